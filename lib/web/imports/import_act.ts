import { cancelImport, runImport, undoImport } from "../../desk/imports/run_import.ts";
import type { JobDesk } from "../../desk/jobs/job_desk.ts";
import { requireImport } from "../../store/imports.ts";
import { jobDeskOf } from "../desk_of.ts";
import { idParam } from "../params.ts";
import { fragment } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";
import { importView } from "./import_view.ts";

/** Stores the customers of the file. */
export const importRun: StaffHandler = act(runImport);

/** Takes a finished import back. */
export const importUndo: StaffHandler = act(undoImport);

/** Stops the reading of a file or the storing of its customers. */
export const importCancel: StaffHandler = act(cancelImport);

/** Does it, and shows how the import is then; where it was too late (a second click), as it is anyway. */
function act(use: (desk: JobDesk, importId: number) => void): StaffHandler {
  return (c, visit) => {
    const id = idParam(c);
    use(jobDeskOf(visit), id);
    if (!wantsFragment(c)) return c.redirect(`/imports/${id}`, 303);
    const data = importView(visit, requireImport(visit.store, id));
    return fragment(c, visit, "imports/import_state", data);
  };
}
