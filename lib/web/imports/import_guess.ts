import { guessColumnsAgain } from "../../desk/imports/choose_columns.ts";
import { requireImport } from "../../store/imports.ts";
import { jobDeskOf } from "../desk_of.ts";
import { fragment } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";
import { importOf } from "./import_of.ts";
import { importView } from "./import_view.ts";

/** Forgets what was chosen for the last file with these headings, and guesses the columns of this one. */
export const importGuess: StaffHandler = (c, visit) => {
  const { id } = importOf(c, visit);
  guessColumnsAgain(jobDeskOf(visit), id);
  if (!wantsFragment(c)) return c.redirect(`/imports/${id}`, 303);
  return fragment(
    c,
    visit,
    "imports/import_state",
    importView(visit, requireImport(visit.store, id)),
  );
};
