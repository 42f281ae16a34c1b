import { deepEqual, equal, match, ok } from "node:assert/strict";
import { openStore } from "../../lib/store/open_store.ts";
import { ImportDesk } from "../support/import_desk.ts";
import { belltower } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { EXPECTED, type Expected } from "./expected.ts";

const INPUTS = new URL("./inputs/", import.meta.url).pathname;

interface Stored {
  readonly name: string;
  readonly numbers: string;
  readonly company: string;
  readonly [column: string]: string | number;
}

/** Whom an import stored, in the order of its file. */
function stored(data: string): Stored[] {
  const store = openStore(data, { readOnly: true });
  try {
    return store.all<Stored>(
      `SELECT customers.*, (SELECT coalesce(group_concat(normal, ' ' ORDER BY position), '')
         FROM customer_numbers WHERE customer_id = customers.id) AS numbers
       FROM customers ORDER BY id`,
    );
  } finally {
    store.close();
  }
}

function check(expected: Expected, found: readonly Stored[], refused: number): void {
  const { customers = [], doubtful = [], also = {} } = expected;
  const lines = found.map(({ name, company, numbers }) => `${name}|${company}|${numbers}`);
  deepEqual(lines.filter((line) => !doubtful.includes(line)), customers);
  const inDoubt = doubtful.filter((line) => !lines.includes(line)).length;
  equal(refused, (expected.refused ?? 0) + inDoubt, "rows that were refused");
  for (const [name, columns] of Object.entries(also)) {
    const one = found.find((customer) => customer.name === name);
    for (const [column, value] of Object.entries(columns)) equal(one?.[column], value, column);
  }
}

for (const [file, expected] of Object.entries(EXPECTED)) {
  Deno.test(`${file} comes in right by the console, or it is said what it is`, async () => {
    await using folder = await temporaryFolder();
    openStore(folder.path).close();
    const words = ["import", "customers", INPUTS + file, "--data", folder.path];
    const { code, out, err } = await belltower(words);
    if (code !== 0) {
      ok(expected.orSays !== undefined, err);
      return match(err, expected.orSays);
    }
    const refused = Number(/(\d+) refused/.exec(out)?.[1]);
    check(expected, stored(folder.path), refused);
    if (expected.told !== undefined) match(out + err, expected.told);
  });
}

Deno.test("every file comes in right on the web, or it is said what it is, and goes again when it is taken back", async () => {
  await using folder = await temporaryFolder();
  await using desk = await ImportDesk.open(folder.path);
  for (const [file, expected] of Object.entries(EXPECTED)) {
    const page = await desk.upload(file, await Deno.readFile(INPUTS + file));
    const location = /\/imports\/\d+/.exec(page)![0];
    if (!page.includes(`${location}/run"`)) {
      ok(expected.orSays !== undefined || expected.customers === undefined, `${file}: ${page}`);
      continue;
    }
    try {
      await desk.act(`${location}/run`);
      const store = openStore(folder.path, { readOnly: true });
      const id = Number(location.split("/").at(-1));
      const { refused } = JSON.parse(
        store.get<{ outcome: string }>("SELECT outcome FROM imports WHERE id = ?", id)!.outcome,
      );
      store.close();
      check(expected, stored(folder.path), refused);
    } catch (cause) {
      throw new Error(`${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
    }
    await desk.act(`${location}/undo`);
    deepEqual(stored(folder.path), [], `${file} was taken back`);
  }
});
