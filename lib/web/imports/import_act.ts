import { importJob } from "../../domain/job_subject.ts";
import type { JobKind } from "../../jobs/job.ts";
import type { ImportState } from "../../store/imports.ts";
import { actorOf } from "../acting.ts";
import { importOf, jobOf } from "./import_jobs.ts";
import { importView } from "./import_view.ts";
import { fragment, wantsFragment } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Stores the customers of the file. */
export const importRun: StaffHandler = act("draft", "write_import");

/** Takes a finished import back. */
export const importUndo: StaffHandler = act("done", "undo_import");

/** Stops the reading of a file or the storing of its customers; nothing of them stays. */
export const importCancel: StaffHandler = (c, visit) => {
  const found = importOf(c, visit);
  const job = jobOf(visit, found.id);
  if (job !== null) visit.web.jobs.cancel(job.id);
  if (!wantsFragment(c)) return c.redirect(`/imports/${found.id}`, 303);
  return fragment(c, visit, "imports/import_state", importView(visit, found));
};

/** Starts a job on an import that is in the state `from`; where it is not (a second click), shows how it is. */
function act(from: ImportState, kind: JobKind & `${string}_import`): StaffHandler {
  return (c, visit) => {
    const found = importOf(c, visit);
    const by = actorOf(c, visit.person);
    if (found.state === from && jobOf(visit, found.id) === null) {
      visit.web.jobs.start(kind, { importId: found.id }, importJob(found.id), by);
    }
    if (!wantsFragment(c)) return c.redirect(`/imports/${found.id}`, 303);
    return fragment(c, visit, "imports/import_state", importView(visit, found));
  };
}
