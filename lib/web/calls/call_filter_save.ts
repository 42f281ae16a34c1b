import { saveFilter } from "../../store/call_choices.ts";
import { backToCalls } from "./back_to_calls.ts";
import { callsUrl, FIRST_PAGE, readCallQuery } from "./call_query.ts";
import { readForm } from "../forms/read_form.ts";
import type { StaffHandler } from "../visit.ts";

const MOST_LETTERS = 40;

/** Keeps the log's filter and order under a name, for this person. */
export const callFilterSave: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const name = form.text("name").normalize("NFC").replace(/\p{Cc}/gu, " ").trim();
  const query = readCallQuery(new URLSearchParams(form.text("query")));
  if (name !== "") {
    const url = callsUrl(query, { place: FIRST_PAGE });
    const kept = [...name].slice(0, MOST_LETTERS).join("");
    saveFilter(visit.store, visit.person.id, kept, url.split("?")[1] ?? "");
  }
  return backToCalls(c, form.text("query"));
};
