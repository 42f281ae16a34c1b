import { chooseColumns } from "../../store/call_choices.ts";
import { readForm } from "../forms/read_form.ts";
import { CALL_COLUMNS } from "./call_columns.ts";
import { backToCalls } from "./back_to_calls.ts";
import type { StaffHandler } from "../visit.ts";

/** Which columns of the log this person wants to see, from now on. */
export const callColumnsChoose: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const sent = form.texts("column");
  const columns = CALL_COLUMNS.map(({ name }) => name).filter((name) => sent.includes(name));
  chooseColumns(visit.store, visit.person.id, columns);
  return backToCalls(c, form.text("query"));
};
