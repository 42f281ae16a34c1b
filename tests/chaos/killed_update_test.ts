import { deepEqual, equal } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { grow, missingFrom, olderOffice, schemaOf } from "../support/older_office.ts";
import { seeded } from "../support/seeded.ts";
import { killedAfter, killedWhenTold, ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { seed, sized } from "./size.ts";

const SCHEMA = 5;
/** Attempts that are killed, one after the other, before one may come to its end. */
const KILLS_OF_ONE = 6;

/** Every row of the tables in which the office's own data are, in one number each. */
function content(file: string): string {
  const db = new DatabaseSync(file, { readOnly: true });
  const sums = ["customers", "calls", "consultations", "staff"].map((table) => {
    const row = db.prepare(`SELECT count(*) AS rows, sum(id) AS ids FROM ${table}`).get();
    return `${table} ${row?.["rows"]} ${row?.["ids"]}`;
  });
  const memos = db.prepare("SELECT group_concat(memo) AS all_of_them FROM customers").get();
  const whole = db.prepare("PRAGMA integrity_check").get()?.["integrity_check"];
  db.close();
  return [...sums, memos?.["all_of_them"], whole].join("\n");
}

const namesIn = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

Deno.test("an update that is killed at any moment, again and again, leaves the office whole and its original copy", async () => {
  await using folder = await temporaryFolder();
  const original = `${folder.path}/original.sqlite`;
  olderOffice(original, SCHEMA);
  grow(original, sized(20_000, 200_000));
  const before = content(original);
  const random = seeded(seed());
  let took = await undisturbed(`${folder.path}/first`, original);
  for (let office = 0; office < sized(2, 20); office++) {
    const data = `${folder.path}/${office}`;
    await Deno.mkdir(data);
    await Deno.copyFile(original, `${data}/belltower.sqlite`);
    for (let kill = 0; kill < KILLS_OF_ONE; kill++) {
      await killedAfter(
        ["serve", "--data", data, "--http", "127.0.0.1:0", "--https", "off"],
        random() * took,
      );
      const schema = schemaOf(`${data}/belltower.sqlite`);
      if (schema !== SCHEMA) {
        deepEqual(missingFrom(`${data}/belltower.sqlite`, SCHEMA), []);
        break;
      }
    }
    const begun = performance.now();
    const server = await ServerProcess.start(data, []);
    took = Math.max(took, performance.now() - begun);
    await server.stop();

    deepEqual(missingFrom(`${data}/belltower.sqlite`, SCHEMA), []);
    equal(content(`${data}/belltower.sqlite`), before);
    const [copy = "", ...more] = namesIn(data).filter((name) => name.includes("before-update"));
    deepEqual(more, [], "one copy, and nothing unfinished");
    equal(schemaOf(`${data}/${copy}`), SCHEMA);
    equal(content(`${data}/${copy}`), before);
  }
});

Deno.test("an update of minutes ends at once when it is told to, and has changed nothing", async () => {
  await using folder = await temporaryFolder();
  const original = `${folder.path}/original.sqlite`;
  olderOffice(original, SCHEMA);
  grow(original, sized(20_000, 200_000));
  // One that is over before the word comes stops as any server does: then it is tried again.
  for (let attempt = 0; attempt < 5; attempt++) {
    const data = `${folder.path}/${attempt}`;
    await Deno.mkdir(data);
    await Deno.copyFile(original, `${data}/belltower.sqlite`);
    const signal = await killedWhenTold(
      ["serve", "--data", data, "--http", "127.0.0.1:0", "--https", "off"],
      "step 1 of",
      "SIGTERM",
    );
    if (signal === null) continue;
    equal(signal, "SIGTERM");
    equal(content(`${data}/belltower.sqlite`), content(original));
    equal(schemaOf(`${data}/belltower.sqlite`), SCHEMA);
    return;
  }
  throw new Error("no update of five ended when it was told to");
});

/** How long a start with the update takes, in ms. */
async function undisturbed(data: string, original: string): Promise<number> {
  await Deno.mkdir(data);
  await Deno.copyFile(original, `${data}/belltower.sqlite`);
  const begun = performance.now();
  const server = await ServerProcess.start(data, []);
  const took = performance.now() - begun;
  await server.stop();
  return took;
}
