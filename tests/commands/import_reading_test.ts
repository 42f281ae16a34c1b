import { deepEqual, match, rejects, throws } from "node:assert/strict";
import { importRows } from "../../lib/commands/import.ts";
import { readingOf } from "../../lib/commands/import_reading.ts";
import { AS_FOUND } from "../../lib/domain/import_contents.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { everyCustomer } from "../../lib/store/export_rows.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { fakeIo } from "./fake_io.ts";

Deno.test("the console says how a file is to be read, in the words of the page", () => {
  deepEqual(readingOf({}), AS_FOUND);
  deepEqual(
    readingOf({ sheet: "고객", delimiter: "tab", encoding: "CP949", "heading-row": "3-4" }),
    {
      ...{ sheet: "고객", delimiter: "\t", encoding: "euc-kr", leavesHidden: false },
      headings: { row: 3, rows: 2 },
    },
  );
  deepEqual(readingOf({ delimiter: ";", "heading-row": "none" }).headings, { row: 1, rows: 0 });
  const wrong = [{ delimiter: "x" }, { encoding: "latin1" }, { "heading-row": "0" }, {
    "heading-row": "3-9",
  }];
  for (const said of wrong) {
    throws(() => readingOf(said), { name: "UsageError", message: /^--\S+ \S+: expected / });
  }
});

Deno.test("a list under headings that nobody finds is imported as the console says", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  openStore(data).close();
  const file = `${folder.path}/list.csv`;
  Deno.writeTextFileSync(file, "가람|나\n이름|a;b\n박가람|010-2000-0001\n");
  const io = fakeIo();
  const words = ["customers", file, "--delimiter", "bar", "--heading-row", "2", "--data", data];
  await importRows.run(words, io);
  match(io.written, /^1 new/);
  const store = openStore(data);
  const found = [...everyCustomer(store)].flat().map(({ name }) => name);
  store.close();
  deepEqual(found, ["박가람"]);
  await rejects(
    () => importRows.run(["customers", file, "--heading-row", "x", "--data", data], io),
    {
      name: "UsageError",
    },
  );
});
