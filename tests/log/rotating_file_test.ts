import { deepEqual, equal } from "node:assert/strict";
import { RotatingFile } from "../../lib/log/rotating_file.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 22, 12);
const LIMITS = { bytes: 20, age: 24 * HOUR, total: 40, keep: () => 48 * HOUR };
const line = (text: string) => new TextEncoder().encode(`${text}\n`);
const names = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

Deno.test("a file that would grow too large is put aside under its time", async () => {
  await using folder = await temporaryFolder();
  const file = new RotatingFile(`${folder.path}/log`, () => NOON, LIMITS);
  for (const text of ["123456789", "123456789", "third"]) file.write(line(text));
  file.close();
  deepEqual(names(`${folder.path}/log`), ["belltower-20261122-120000000.log", "belltower.log"]);
  equal(Deno.readTextFileSync(`${folder.path}/log/belltower.log`), "third\n");
});

Deno.test("a file older than a day is put aside, however small", async () => {
  await using folder = await temporaryFolder();
  let now = NOON;
  const file = new RotatingFile(folder.path, () => now, LIMITS);
  file.write(line("monday"));
  now += 25 * HOUR;
  file.write(line("tuesday"));
  file.close();
  equal(Deno.readTextFileSync(`${folder.path}/belltower.log`), "tuesday\n");
  deepEqual(names(folder.path).length, 2);
});

Deno.test("only so much stays, the newest, and other files are not touched", async () => {
  await using folder = await temporaryFolder();
  Deno.writeTextFileSync(`${folder.path}/notes.log`, "mine");
  let now = NOON;
  const file = new RotatingFile(folder.path, () => now, LIMITS);
  for (let hour = 0; hour < 6; hour++) {
    file.write(line(`${hour} 34567890123456`));
    now += HOUR;
  }
  file.close();
  deepEqual(names(folder.path), [
    "belltower-20261122-160000000.log",
    "belltower-20261122-170000000.log",
    "belltower.log",
    "notes.log",
  ]);
});

Deno.test("what was put aside long ago goes", async () => {
  await using folder = await temporaryFolder();
  const old = `${folder.path}/belltower-20261001-120000000.log`;
  Deno.writeTextFileSync(old, "old");
  Deno.utimeSync(old, new Date(NOON - 49 * HOUR), new Date(NOON - 49 * HOUR));
  const file = new RotatingFile(folder.path, () => NOON, LIMITS);
  for (const text of ["123456789", "1234567890", "third"]) file.write(line(text));
  file.close();
  deepEqual(names(folder.path), ["belltower-20261122-120000000.log", "belltower.log"]);
});

Deno.test("a file goes on where the last start left it", async () => {
  await using folder = await temporaryFolder();
  for (const text of ["one", "two"]) {
    const file = new RotatingFile(folder.path, Date.now, LIMITS);
    file.write(line(text));
    file.close();
  }
  equal(Deno.readTextFileSync(`${folder.path}/belltower.log`), "one\ntwo\n");
});
