import { chooseReading } from "../../desk/imports/choose_reading.ts";
import {
  DELIMITER_NAMES,
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
  const { id, contents } = importOf(c, visit);
  const found = contents?.headingRows ?? { row: 1, rows: 1 };
  chooseReading(jobDeskOf(visit), id, readingOf(readForm(c), found));
  if (!wantsFragment(c)) return c.redirect(`/imports/${id}`, 303);
  const data = importView(visit, requireImport(visit.store, id));
  return fragment(c, visit, "imports/import_state", data);
};

/** A field that is blank, or is none of what it may be, is found out. */
function readingOf(form: Form, found: HeadingRows): ImportReading {
  return {
    sheet: form.text("sheet") || null,
    delimiter: DELIMITER_NAMES.find(([name]) => name === form.text("delimiter"))?.[1] ?? null,
    encoding: TEXT_ENCODINGS.find((one) => one === form.text("encoding")) ?? null,
    headings: headingsOf(form, found),
    leavesHidden: form.text("hidden") === "leave",
  };
}

/** Null where neither a row is chosen nor another number of rows than was found: it is found out. */
function headingsOf(form: Form, found: HeadingRows): HeadingRows | null {
  const row = /^[1-9]\d{0,6}$/.exec(form.text("heading_row"))?.[0];
  const rows = ([0, 1, 2] as const).find((one) => String(one) === form.text("heading_rows"));
  if (row === undefined) {
    return rows === undefined || rows === found.rows ? null : { row: found.row, rows };
  }
  return { row: Number(row), rows: rows ?? 1 };
}
