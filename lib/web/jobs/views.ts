import type { JobListView } from "./job_data.ts";

/** As in view_data.ts. */
export interface JobsViews {
  "jobs/job_list": JobListView;
  "jobs/job_rows": JobListView;
}
