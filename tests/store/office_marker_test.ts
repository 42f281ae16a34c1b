import { deepEqual, equal, match, notEqual, throws } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { openStore, type StoreOptions } from "../../lib/store/open_store.ts";
import { installationId } from "../support/installation_id.ts";
import { markerFile } from "../../lib/store/office_marker.ts";
import { setSetting } from "../../lib/store/settings.ts";
import { olderOffice, schemaOf } from "../support/older_office.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

/** A schema from before offices had an ID. */
const OLDER = 5;

/** Opens and closes it as a server does; returns whose it is. */
function serveOnce(data: string, options: StoreOptions = {}, name = ""): string {
  const store = openStore(data, { exclusive: true, ...options });
  if (name !== "") setSetting(store, "office_name", name);
  const id = installationId(store);
  store.close();
  return id;
}

function isThere(path: string): boolean {
  try {
    return Deno.lstatSync(path) !== null;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

Deno.test("an empty place where an office was is refused, and nothing is made there", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  serveOnce(data, {}, "한빛상사");
  serveOnce(data); // the name is remembered from the next start on
  Deno.removeSync(data, { recursive: true });
  const refused = {
    name: "StoreError",
    message:
      /belltower\.sqlite is not there, but .*data\.office remembers .*"한빛상사".*--new-office/,
  };
  for (const options of [{ exclusive: true }, {}]) {
    throws(() => openStore(data, options), refused);
    equal(isThere(data), false);
  }
  // The folder of a disk that is not mounted.
  Deno.mkdirSync(data);
  for (const options of [{ exclusive: true }, {}]) {
    throws(() => openStore(data, options), refused);
    equal([...Deno.readDirSync(data)].length, 0);
  }
  // A file that lost its content is no office either.
  Deno.writeTextFileSync(`${data}/belltower.sqlite`, "");
  throws(() => openStore(data, { exclusive: true }), refused);
});

Deno.test("somebody may say that it is a new office, which then is the one that is expected", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  const first = serveOnce(data);
  Deno.removeSync(data, { recursive: true });
  const second = serveOnce(data, { newOffice: true });
  notEqual(second, first);
  equal(serveOnce(data), second);
});

Deno.test("another office's folder in this place is refused with both names, and left as it was", async () => {
  await using folder = await temporaryFolder();
  const [data, other] = [`${folder.path}/data`, `${folder.path}/other`];
  serveOnce(data, {}, "한빛상사");
  const theirs = serveOnce(other, {}, "대성물산");
  serveOnce(data);
  Deno.removeSync(data, { recursive: true });
  Deno.renameSync(other, data);
  for (const options of [{ exclusive: true }, {}]) {
    throws(() => openStore(data, options), {
      name: "StoreError",
      message: /holds another office, .*"대성물산".* remembers .*"한빛상사"/,
    });
    equal(isThere(`${data}/belltower.sqlite-wal`), false);
  }
  equal(serveOnce(data, { newOffice: true }), theirs);
  equal(serveOnce(data), theirs);
});

Deno.test("an older database of another office is refused before it is copied or updated", async () => {
  await using folder = await temporaryFolder();
  const data = folder.path;
  serveOnce(data, {}, "한빛상사");
  serveOnce(data);
  const file = `${data}/belltower.sqlite`;
  Deno.removeSync(file);
  olderOffice(file, OLDER);
  const theirs = new DatabaseSync(file);
  theirs.exec("INSERT INTO settings VALUES ('installation.id', 'theirs')");
  theirs.close();
  throws(() => openStore(data, { exclusive: true }), {
    name: "StoreError",
    message: /holds another office, .* remembers .*"한빛상사"/,
  });
  const made = /before-update|-wal$|-shm$/;
  deepEqual([...Deno.readDirSync(data)].filter(({ name }) => made.test(name)), []);
  equal(schemaOf(file), OLDER);
});

Deno.test("a database from before offices had an ID is the one that was there", async () => {
  await using folder = await temporaryFolder();
  const id = serveOnce(folder.path);
  for (const end of ["", "-wal", "-shm"]) {
    await Deno.remove(`${folder.path}/belltower.sqlite${end}`).catch(() => undefined);
  }
  olderOffice(`${folder.path}/belltower.sqlite`, 14);
  equal(serveOnce(folder.path), id);
});

Deno.test("where nothing can be remembered, the office is served all the same", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  const id = serveOnce(data);
  Deno.removeSync(markerFile(data));
  Deno.mkdirSync(markerFile(data)); // a folder cannot be written to, by root neither
  equal(serveOnce(data), id);
});

Deno.test("an empty marker, as the service's unit makes it, remembers nothing and is filled", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  Deno.writeTextFileSync(markerFile(data), "");
  const id = serveOnce(data);
  match(Deno.readTextFileSync(markerFile(data)), new RegExp(`"office": "${id}"`));
});

Deno.test("a marker that is broken keeps an empty place from being taken for a new office", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  Deno.writeTextFileSync(markerFile(data), '{"office": "12');
  throws(() => openStore(data, { exclusive: true }), { message: /remembers that the office was/ });
});

Deno.test("the folder's lock cannot be deleted away", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path, { exclusive: true });
  Deno.removeSync(`${folder.path}/belltower.lock`);
  throws(() => openStore(folder.path, { exclusive: true }), {
    name: "StoreError",
    message: `${folder.path} is in use by another Belltower server`,
  });
  store.close();
  serveOnce(folder.path);
});
