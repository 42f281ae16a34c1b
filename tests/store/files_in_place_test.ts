import { equal, ok, throws } from "node:assert/strict";
import { isThere } from "../../lib/base/files.ts";
import type { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { setSetting, setting } from "../../lib/store/settings.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const GONE = { name: "StoreGone" };

/** What can happen to a data folder while it is open. */
const ACCIDENTS: Readonly<Record<string, (data: string) => void>> = {
  "its folder was deleted": (data) => Deno.removeSync(data, { recursive: true }),
  "its folder was moved": (data) => Deno.renameSync(data, `${data}-moved`),
  "its folder was replaced by a copy": (data) => {
    Deno.renameSync(data, `${data}-moved`);
    Deno.mkdirSync(data);
    for (const { name } of Deno.readDirSync(`${data}-moved`)) {
      Deno.copyFileSync(`${data}-moved/${name}`, `${data}/${name}`);
    }
  },
  "its file was deleted": (data) => Deno.removeSync(`${data}/belltower.sqlite`),
  "its file was replaced": (data) => {
    Deno.copyFileSync(`${data}/belltower.sqlite`, `${data}/other`);
    Deno.renameSync(`${data}/other`, `${data}/belltower.sqlite`);
  },
  "its log was deleted": (data) => Deno.removeSync(`${data}/belltower.sqlite-wal`),
  "its log's index was deleted": (data) => Deno.removeSync(`${data}/belltower.sqlite-shm`),
};

/** Every way in which a store says that something is stored. */
const WRITES: Readonly<Record<string, (store: Store) => unknown>> = {
  "a transaction": (store) => store.transaction(() => setSetting(store, "office_name", "after")),
  "a single statement": (store) => setSetting(store, "office_name", "after"),
  "a statement that returns rows": (store) =>
    store.all("UPDATE settings SET value = 'after' WHERE key = 'office_name' RETURNING key"),
  "a statement of which one row is asked": (store) =>
    store.get("UPDATE settings SET value = 'after' WHERE key = 'office_name' RETURNING key"),
};

for (const [accident, happen] of Object.entries(ACCIDENTS)) {
  Deno.test(`nothing counts as stored once ${accident}, whichever way it is written`, async () => {
    for (const write of Object.values(WRITES)) {
      await using folder = await temporaryFolder();
      const data = `${folder.path}/data`;
      const store = openStore(data);
      setSetting(store, "office_name", "before");
      happen(data);
      throws(() => write(store), GONE);
      // Also when it seems to be there again: what was written in between is nowhere.
      throws(() => store.transaction(() => undefined), GONE);
      equal(store.gone?.name, "StoreGone");
      store.close();
    }
  });
}

Deno.test("a store that is closed leaves the log of the database that took its place", async () => {
  await using folder = await temporaryFolder();
  const [data, other] = [`${folder.path}/data`, `${folder.path}/other`];
  const [store, newer] = [openStore(data), openStore(other)];
  setSetting(newer, "office_name", "only in the log");
  Deno.renameSync(data, `${data}-moved`);
  Deno.renameSync(other, data);
  store.close();
  ok(isThere(`${data}/belltower.sqlite-wal`));
  newer.close(); // by now it is elsewhere too, and leaves everything as it is
  const found = openStore(data);
  equal(setting(found, "office_name"), "only in the log");
  found.close();
});

Deno.test("a server whose files are gone leaves the folder to the next one", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path, { exclusive: true });
  ACCIDENTS["its file was replaced"]!(folder.path);
  throws(() => setSetting(store, "office_name", "after"), GONE);
  store.close();
  openStore(folder.path, { exclusive: true }).close();
});

Deno.test("what others do to the database in the ordinary way disturbs nobody", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path, { exclusive: true });
  const console = openStore(folder.path);
  setSetting(console, "office_name", "from the console");
  console.close();
  store.run("PRAGMA wal_checkpoint(TRUNCATE)");
  setSetting(store, "office_name", "after");
  equal(setting(store, "office_name"), "after");
  store.close();
});
