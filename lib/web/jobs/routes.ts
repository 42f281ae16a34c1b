import { type Route, staff } from "../route.ts";
import { jobChange, jobList } from "./job_list.ts";

export const routes: readonly Route[] = [
  staff("GET /settings/jobs", "jobs.manage", "nothing", jobList),
  staff("POST /settings/jobs/:id", "jobs.manage", "changes", jobChange),
];
