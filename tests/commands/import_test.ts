import { equal, match, rejects } from "node:assert/strict";
import { importRows } from "../../lib/commands/import.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { everyCustomer } from "../../lib/store/export_rows.ts";
import { madeRow, madeSheets } from "../support/made_workbook.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { fakeIo } from "./fake_io.ts";

const CSV = "고객명,HP,누구\n김민수,1011112222,x\n이영희,abc,y\n";

/** Where a server has been once. */
async function officeFolder() {
  const folder = await temporaryFolder();
  openStore(folder.path).close();
  return folder;
}

async function ran(data: string, ...words: string[]): Promise<ReturnType<typeof fakeIo>> {
  const io = fakeIo();
  equal(await importRows.run(["customers", ...words, "--data", data], io), 0);
  return io;
}

function names(data: string): string[] {
  const store = openStore(data);
  const found = [...everyCustomer(store)].flat().map(({ name }) => name);
  store.close();
  return found;
}

Deno.test("the command imports beside a running server, and tells what it did and refused", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  const server = openStore(data, { exclusive: true });
  const file = `${folder.path}/list.csv`;
  Deno.writeTextFileSync(file, CSV);
  const refused = `${folder.path}/refused.jsonl`;
  const io = await ran(data, file, "--refused", refused);
  match(io.written, /^1 new · 0 updated · 0 duplicates · 1 refused\n1 leading zero that/);
  equal(
    io.errors,
    'column "누구" is left out: Nothing that is kept of a customer.\n' +
      'row 3, HP "abc": This is no phone number. See whether a digit is missing or too many.\n',
  );
  equal(JSON.parse(Deno.readTextFileSync(refused)).row, 3);
  server.close();
  equal(names(data).join(), "김민수");
});

Deno.test("of a workbook the sheet that people see is imported, the others are named, and one is chosen by its name", async () => {
  await using folder = await officeFolder();
  const file = `${folder.path}/book.xlsx`;
  const rows = (name: string) => madeRow(1, ["이름"]) + madeRow(2, [name]);
  const sheets = [{ name: "1월", rows: rows("박가람") }, { name: "2월", rows: rows("이나래") }];
  Deno.writeFileSync(file, madeSheets(sheets));
  equal((await ran(folder.path, file)).errors, "Only the sheet “1월” was read. Others: 2월\n");
  equal(names(folder.path).join(), "박가람");
  await ran(folder.path, file, "--sheet", "2월");
  equal(names(folder.path).join(), "박가람,이나래");
  await rejects(() => ran(folder.path, file, "--sheet", "3월"), {
    message: "There is no sheet of that name, or it is empty.",
  });
});

Deno.test("what is unclear is left out and named, what was chosen before is told, and the key is a column of the file", async () => {
  await using folder = await officeFolder();
  const file = `${folder.path}/list.csv`;
  const line = "이름,휴대폰,비서 전화,고객번호,배우자\n박가람,010-2000-0001,02-2000-0105,1001,\n";
  Deno.writeTextFileSync(file, line);
  const first = await ran(folder.path, file);
  equal(first.written, "1 new · 0 updated · 0 duplicates · 0 refused\n");
  equal(
    first.errors,
    'column "비서 전화" is left out: Nobody says whose number this is.\n' +
      'column "고객번호" is left out: This looks like your office\'s own numbering.\n' +
      'columns without values are left out: "배우자"\n',
  );
  const again = await ran(folder.path, file, "--duplicates", "update");
  match(
    again.errors,
    /^columns as in the last file with these headings \(20.+Z\), duplicates: update\n/,
  );
  await rejects(() => ran(folder.path, file, "--key", "고객번호"), {
    name: "UsageError",
    message: "--key 고객번호: no column of the file is that; expected one of number",
  });
});

Deno.test("a dry run stores nothing", async () => {
  await using folder = await officeFolder();
  const file = `${folder.path}/list.csv`;
  Deno.writeTextFileSync(file, CSV);
  match((await ran(folder.path, file, "--dry-run")).written, /^would be: 1 new/);
  equal(names(folder.path).join(), "");
  const store = openStore(folder.path, { readOnly: true });
  equal(store.get<{ n: number }>("SELECT count(*) AS n FROM imports")?.n, 0);
  store.close();
});

Deno.test("a mapping says what the columns are", async () => {
  await using folder = await officeFolder();
  const [file, mapping] = [`${folder.path}/list.csv`, `${folder.path}/mapping.json`];
  Deno.writeTextFileSync(file, CSV);
  Deno.writeTextFileSync(
    mapping,
    JSON.stringify({ columns: { 고객명: "memo", 누구: "name", HP: "" }, duplicates: "new" }),
  );
  await ran(folder.path, file, "--mapping", mapping);
  equal(names(folder.path).join(), "x,y");
  Deno.writeTextFileSync(mapping, '{"columns": {"Name": "name"}}');
  await rejects(() => ran(folder.path, file, "--mapping", mapping), {
    name: "UsageError",
    message: 'the file has no column "Name"; it has 고객명, HP, 누구',
  });
});

Deno.test("a file that is none is told in a sentence", async () => {
  await using folder = await officeFolder();
  const file = `${folder.path}/list.xlsx`;
  Deno.writeFileSync(file, new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]));
  await rejects(() => ran(folder.path, file), {
    message:
      "This Excel file is damaged and cannot be read. Please open it in Excel and save it again.",
  });
});

for (
  const [words, told] of [
    [[], "what to import is missing"],
    [["calls", "x"], '"calls" cannot be imported; expected customers'],
    [["customers"], "FILE is missing"],
    [["customers", "x", "--duplicates", "eat"], /--duplicates eat: expected one of skip, update/],
  ] as const
) {
  Deno.test(`wrong usage: import ${words.join(" ")}`, async () => {
    await rejects(() => importRows.run(words, fakeIo()), { name: "UsageError", message: told });
  });
}
