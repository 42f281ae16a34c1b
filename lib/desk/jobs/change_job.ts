import { NotFound } from "../../store/errors.ts";
import { requireMay } from "../desk.ts";
import type { JobDesk } from "./job_desk.ts";

/** Ends a job that waits or is at work; one that is over meanwhile stays as it is. Throws `NotFound`. */
export function cancelJob(desk: JobDesk, id: number): void {
  desk.jobs.cancel(jobThere(desk, id));
}

/** Begins a job anew that came to no good end; one for which it is too late stays as it is. Throws `NotFound`. */
export function redoJob(desk: JobDesk, id: number): void {
  desk.jobs.redo(jobThere(desk, id));
}

function jobThere(desk: JobDesk, id: number): number {
  requireMay(desk, "jobs.manage");
  if (desk.jobs.status(id) === null) throw new NotFound("job", id);
  return id;
}
