import { equal, throws } from "node:assert/strict";
import { openStore } from "../../lib/store/open_store.ts";
import { setSetting, setting } from "../../lib/store/settings.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

/** Has the database for so many ms, of this server (with its claims) or of another program. */
const HOLDER = `
  import { DatabaseSync } from "node:sqlite";
  self.onmessage = ({ data: { file, claims, ms, held } }) => {
    const db = new DatabaseSync(file);
    db.exec("BEGIN IMMEDIATE");
    if (claims !== null) Atomics.add(new Int32Array(claims), 1, 1);
    Atomics.store(new Int32Array(held), 0, 1);
    Atomics.notify(new Int32Array(held), 0);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    db.exec("ROLLBACK");
    if (claims !== null) Atomics.sub(new Int32Array(claims), 1, 1);
    db.close();
    self.close();
  };
  self.postMessage("loaded");
`;

async function whileHeld(
  own: boolean,
  ms: number,
  work: () => void,
  path: string,
  claims: SharedArrayBuffer,
) {
  const url = `data:text/javascript,${encodeURIComponent(HOLDER)}`;
  const worker = new Worker(url, { type: "module" });
  await new Promise((resolve) => worker.onmessage = resolve);
  const held = new SharedArrayBuffer(4);
  worker.postMessage({ file: `${path}/belltower.sqlite`, claims: own ? claims : null, ms, held });
  Atomics.wait(new Int32Array(held), 0, 0, 10_000);
  try {
    work();
  } finally {
    worker.terminate();
  }
}

Deno.test("a write waits for one of the same server on a slow disk, and not for another program's", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path, { exclusive: true });
  const { claims } = store;
  const write = () => setSetting(store, "office_name", "written");
  // Longer than another program is waited for.
  await whileHeld(true, 400, write, folder.path, claims);
  equal(setting(store, "office_name"), "written");
  equal(new Int32Array(claims)[1], 0);
  const refused = () => throws(write, { name: "DatabaseRefused" });
  await whileHeld(false, 3_600_000, refused, folder.path, claims);
  store.close();
});
