import { deepEqual, equal } from "node:assert/strict";
import { latestVersion } from "../../lib/store/migrate.ts";
import { missingFrom, olderOffice, schemaOf } from "../support/older_office.ts";
import { belltower } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const OLDER = Array.from({ length: latestVersion() - 1 }, (_, index) => index + 1);

/** Two at a time: as many as a small machine has cores. */
async function each(schemas: readonly number[], work: (schema: number) => Promise<void>) {
  const waiting = [...schemas];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all([worker(), worker()]);
}

Deno.test("an office of any older Belltower is updated by the program as it ships, with all it had, and its copy is beside it", async () => {
  await using folder = await temporaryFolder();
  await each(OLDER, async (schema) => {
    const data = `${folder.path}/${schema}`;
    await Deno.mkdir(data);
    olderOffice(`${data}/belltower.sqlite`, schema);
    const { code, err } = await belltower(["staff", "list", "--data", data]);
    equal(code, 0, `schema ${schema}: ${err}`);
    deepEqual(missingFrom(`${data}/belltower.sqlite`, schema), [], `schema ${schema}`);
    const copies = [...Deno.readDirSync(data)].map(({ name }) => name)
      .filter((name) => name.includes("before-update"));
    equal(copies.length, 1);
    equal(schemaOf(`${data}/${copies[0]}`), schema);
  });
});
