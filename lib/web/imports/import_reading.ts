import { chooseReading } from "../../desk/imports/choose_reading.ts";
import {
  type HeadingRows,
  type ImportReading,
  TEXT_ENCODINGS,
} from "../../domain/import_contents.ts";
import { requireImport } from "../../store/imports.ts";
import { jobDeskOf } from "../desk_of.ts";
import type { Form } from "../forms/form.ts";
import { readForm } from "../forms/read_form.ts";
import { fragment } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";
import { importOf } from "./import_of.ts";
import { importView } from "./import_view.ts";

/** How the file is to be read, as a person says; it is read again. */
export const importReading: StaffHandler = (c, visit) => {
  const { id } = importOf(c, visit);
  chooseReading(jobDeskOf(visit), id, readingOf(readForm(c)));
  if (!wantsFragment(c)) return c.redirect(`/imports/${id}`, 303);
  const data = importView(visit, requireImport(visit.store, id));
  return fragment(c, visit, "imports/import_state", data);
};

/** What a form calls the delimiters, which it would trim. */
export const DELIMITER_NAMES = [
  ["comma", ","],
  ["semicolon", ";"],
  ["tab", "\t"],
  ["bar", "|"],
] as const;

/** A field that is blank, or is none of what it may be, is found out. */
function readingOf(form: Form): ImportReading {
  return {
    sheet: form.text("sheet") || null,
    delimiter: DELIMITER_NAMES.find(([name]) => name === form.text("delimiter"))?.[1] ?? null,
    encoding: TEXT_ENCODINGS.find((one) => one === form.text("encoding")) ?? null,
    headings: headingsOf(form.text("headings")),
    leavesHidden: form.text("hidden") === "leave",
  };
}

/** `3/1`: the row and how many there are. */
function headingsOf(text: string): HeadingRows | null {
  const found = /^([1-9]\d{0,6})\/([012])$/.exec(text);
  return found === null ? null : { row: Number(found[1]), rows: Number(found[2]) as 0 | 1 | 2 };
}
