import { deepEqual, equal, throws } from "node:assert/strict";
import { isThere } from "../../../lib/base/files.ts";
import { NotPermitted } from "../../../lib/desk/desk.ts";
import { chooseColumns, keepColumns } from "../../../lib/desk/imports/choose_columns.ts";
import {
  beginImport,
  createImport,
  incomingImport,
} from "../../../lib/desk/imports/create_import.ts";
import { cancelImport, runImport, undoImport } from "../../../lib/desk/imports/run_import.ts";
import type { JobDesk } from "../../../lib/desk/jobs/job_desk.ts";
import type { ImportContents } from "../../../lib/domain/import_contents.ts";
import { listAudit } from "../../../lib/store/audit/audit_list.ts";
import { NotFound } from "../../../lib/store/errors.ts";
import { importFolder } from "../../../lib/store/import_folder.ts";
import {
  keepContents,
  keepFailure,
  listImports,
  moveImport,
  requireImport,
} from "../../../lib/store/imports.ts";
import { JobOffice } from "../job_office.ts";
import { WHOLE_AUDIT } from "../../support/whole_audit.ts";

const CONTENTS: ImportContents = {
  ...{ encoding: "utf-8", delimiter: ",", rows: 1, sample: [] },
  ...{ format: "csv", sheets: [], sheet: "", remarks: [] },
  headingRows: { row: 1, rows: 1 },
  headings: ["이름", "휴대폰"],
  top: [{ row: 1, cells: ["이름", "휴대폰"] }],
};
const NAME = { field: "name", label: "" } as const;

/** A file that has come whole. */
function came(desk: JobDesk): string {
  const incoming = incomingImport(desk);
  Deno.writeTextFileSync(incoming, "이름,휴대폰\n김민수,01012345678\n");
  return incoming;
}

/** An import of which the file was read. */
function draft(office: JobOffice): number {
  const desk = office.jobDesk("super");
  const id = beginImport(desk, "고객.csv", came(desk));
  office.jobs.cancel(office.jobs.started.length);
  keepContents(office.store, id, CONTENTS);
  return id;
}

Deno.test("a file that has come becomes an import, is read soon, and is in the audit as whoever brought it", () => {
  using office = new JobOffice();
  const desk = office.jobDesk("super");
  const incoming = came(desk);
  const id = beginImport(desk, " 고객\u0007 목록.csv ".normalize("NFD"), incoming);
  const { file } = importFolder(office.data, id);
  deepEqual([isThere(incoming), isThere(file)], [false, true]);
  const { fileName, createdBy } = requireImport(office.store, id);
  deepEqual([fileName, createdBy], ["고객 목록.csv", office.staff("super").id]);
  deepEqual(office.begun, [`read_import import:${id}`]);
  equal(office.jobs.started[0]!.actor.name, "super-name");
});

Deno.test("the console's import has the same rules and the same entry in the audit, and is read by whoever asks", () => {
  using office = new JobOffice();
  for (const login of ["console", "super"]) {
    const desk = office.jobDesk(login);
    const id = createImport(desk, "가".repeat(300), came(desk));
    equal(requireImport(office.store, id).fileName.length, 200);
  }
  const entries = listAudit(office.store, WHOLE_AUDIT, null, 10).rows;
  deepEqual(entries.map(({ act, kind, actor }) => [act, kind, actor.kind]), [
    ["created", "import", "staff"],
    ["created", "import", "console"],
  ]);
  deepEqual(office.begun, []);
});

Deno.test("where an import cannot be made its file is gone, and there is none", () => {
  using office = new JobOffice();
  const desk = office.jobDesk("super");
  const incoming = came(desk);
  Deno.removeSync(incoming);
  throws(() => createImport(desk, "고객.csv", incoming), Deno.errors.NotFound);
  deepEqual(listImports(office.store, 10), []);
});

Deno.test("a person and the console say what the columns are by the same rules; what was found out is void", () => {
  using office = new JobOffice();
  const label = ` 휴\u200b대 ${"가".repeat(50)}`;
  const choices = {
    columns: [{ ...NAME, label }, { field: "number", label }],
    rule: "fill",
  } as const;
  for (const [login, choose] of [["super", chooseColumns], ["console", keepColumns]] as const) {
    const id = draft(office);
    keepFailure(office.store, id, { code: "no_name_column", limit: 0 });
    deepEqual(choose(office.jobDesk(login), id, choices), { ok: true, value: true });
    const { choices: kept, failure } = requireImport(office.store, id);
    deepEqual(kept?.columns.map(({ label }) => label), ["", `휴대 ${"가".repeat(37)}`]);
    deepEqual([kept?.rule, failure], ["fill", null]);
    deepEqual(choose(office.jobDesk(login), id, { columns: [NAME], rule: "skip" }), {
      ok: true,
      value: true,
    });
    deepEqual(requireImport(office.store, id).choices?.columns, [NAME, { field: "", label: "" }]);
  }
  equal(office.begun.filter((one) => one.startsWith("check_import")).length, 2);
});

Deno.test("an import that is stored already gets no other columns, and is not stored twice", () => {
  using office = new JobOffice();
  const desk = office.jobDesk("super");
  const id = draft(office);
  runImport(desk, id);
  runImport(desk, id);
  equal(office.begun.at(-1), `write_import import:${id}`);
  equal(office.begun.filter((one) => one.startsWith("write_import")).length, 1);
  cancelImport(desk, id);
  equal(office.jobs.cancelled.at(-1), office.jobs.started.length);
  moveImport(office.store, id, "draft", "done");
  deepEqual(chooseColumns(desk, id, { columns: [NAME], rule: "skip" }), { ok: true, value: false });
  runImport(desk, id);
  undoImport(desk, id);
  equal(office.begun.at(-1), `undo_import import:${id}`);
  for (const act of [runImport, undoImport, cancelImport]) throws(() => act(desk, 99), NotFound);
});

Deno.test("agents import nothing", () => {
  using office = new JobOffice();
  const id = draft(office);
  const desk = office.jobDesk("kim");
  const asked: (() => unknown)[] = [
    () => incomingImport(desk),
    () => createImport(desk, "고객.csv", "/nowhere"),
    () => beginImport(desk, "고객.csv", "/nowhere"),
    () => keepColumns(desk, id, { columns: [NAME], rule: "skip" }),
    () => chooseColumns(desk, id, { columns: [NAME], rule: "skip" }),
    ...[runImport, undoImport, cancelImport].map((act) => () => act(desk, id)),
  ];
  for (const ask of asked) throws(ask, NotPermitted);
});
