import { deepEqual, equal } from "node:assert/strict";
import { latestVersion } from "../../lib/store/migrate.ts";
import { missingFrom, olderOffice, schemaOf } from "./older_office.ts";
import { belltower } from "./server_process.ts";

const OLDER = Array.from({ length: latestVersion() - 1 }, (_, index) => index + 1);

/** Makes an office of every older schema below `folder`, has the program update it, and looks at it and at its copy. */
export async function updateEvery(folder: string): Promise<void> {
  const waiting = [...OLDER];
  // Two at a time: as many as a small machine has cores.
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await update(`${folder}/schema-${next}`, next);
    }
  };
  await Promise.all([worker(), worker()]);
}

async function update(data: string, schema: number): Promise<void> {
  await Deno.mkdir(data);
  olderOffice(`${data}/belltower.sqlite`, schema);
  const { code, err } = await belltower(["staff", "list", "--data", data]);
  equal(code, 0, `schema ${schema}: ${err}`);
  deepEqual(missingFrom(`${data}/belltower.sqlite`, schema), [], `schema ${schema}`);
  const copies = [...Deno.readDirSync(data)].map(({ name }) => name)
    .filter((name) => name.includes("before-update"));
  equal(copies.length, 1, `schema ${schema}: ${copies}`);
  equal(schemaOf(`${data}/${copies[0]}`), schema);
}
