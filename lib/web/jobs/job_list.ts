import { cancelJob, redoJob } from "../../desk/jobs/change_job.ts";
import { JOB_SHOWS } from "../../store/jobs.ts";
import { jobDeskOf } from "../desk_of.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idOrNull, idParam } from "../params.ts";
import { jobListView } from "./job_list_view.ts";
import { fragment, page } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";

/** What is done beside the pages, and how it goes; as a part, the rows alone. */
export const jobList: StaffHandler = (c, visit) => {
  const show = JOB_SHOWS.find((known) => known === c.req.query("show")) ?? "all";
  const data = jobListView(visit, show, idOrNull(c.req.query("before")));
  if (wantsFragment(c)) return fragment(c, visit, "jobs/job_rows", data);
  return page(c, visit, "jobs/job_list", data, {
    title: visit.t("title.jobs"),
    active: "settings",
  });
};

/** Cancels a job, or begins one anew that came to no good end. One that is over meanwhile stays as it is. */
export const jobChange: StaffHandler = (c, visit) => {
  const id = idParam(c);
  const form = readForm(c);
  switch (form.text("do")) {
    case "cancel":
      cancelJob(jobDeskOf(visit), id);
      break;
    case "redo":
      redoJob(jobDeskOf(visit), id);
      break;
    default:
      throw new HttpProblem("bad_request");
  }
  const show = JOB_SHOWS.find((known) => known === form.text("show")) ?? "all";
  return c.redirect(`/settings/jobs?show=${show}`, 303);
};
