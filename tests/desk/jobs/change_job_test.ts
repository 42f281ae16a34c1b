import { deepEqual, throws } from "node:assert/strict";
import { NotPermitted } from "../../../lib/desk/desk.ts";
import { cancelJob, redoJob } from "../../../lib/desk/jobs/change_job.ts";
import { startJob } from "../../../lib/desk/jobs/job_desk.ts";
import { NotFound } from "../../../lib/store/errors.ts";
import { JobOffice } from "../job_office.ts";

Deno.test("an administrator ends a job, or begins it anew; nobody else does, and there has to be one", () => {
  using office = new JobOffice();
  const desk = office.jobDesk("admin");
  const { id } = startJob(desk, "tidy_imports", null, "tidy");
  deepEqual(office.jobs.started[0]!.actor.staffId, office.staff("admin").id);
  cancelJob(desk, id);
  redoJob(desk, id);
  for (const change of [cancelJob, redoJob]) {
    throws(() => change(desk, 99), NotFound);
    throws(() => change(office.jobDesk("super"), id), NotPermitted);
  }
  deepEqual([office.jobs.cancelled, office.jobs.redone], [[id], [id]]);
});
