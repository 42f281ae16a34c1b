import { deepEqual, equal } from "node:assert/strict";
import { makeBackup } from "../../../lib/store/backup/make_backup.ts";
import { prepareRestore } from "../../../lib/store/backup/prepare_restore.ts";
import { putInPlace } from "../../../lib/store/backup/put_in_place.ts";
import type { Store } from "../../../lib/store/database.ts";
import { openStore } from "../../../lib/store/open_store.ts";
import { createSession, endSession } from "../../../lib/store/sessions.ts";
import { createStaff, setActive, setPassword } from "../../../lib/store/staff.ts";
import {
  createWallScreen,
  endWallScreen,
  wallScreenByHash,
} from "../../../lib/store/wall_screens.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";

const SIGNAL = new AbortController().signal;

const token = (name: string) => new TextEncoder().encode(name.padEnd(32));
const nameOf = (hash: Uint8Array) => new TextDecoder().decode(hash).trim();

function signIn(store: Store, staffId: number, name: string): void {
  const session = { tokenHash: token(name), staffId, address: "", userAgent: "" };
  createSession(store, session, Date.now());
}

/** What opens something in the office of a folder. */
function opening(data: string): string[] {
  const store = openStore(data);
  const rows = store.all<{ hash: Uint8Array }>(
    "SELECT token_hash AS hash FROM sessions UNION ALL SELECT token_hash FROM wall_screens",
  );
  store.close();
  return rows.map(({ hash }) => nameOf(hash)).sort();
}

/** An office with a backup of a moment at which four people and two walls were signed in. */
async function backedUp(folder: string) {
  const data = `${folder}/data`;
  const store = openStore(data);
  const id = (login: string) =>
    createStaff(store, { login, name: login, role: "admin", passwordHash: "x" }, Date.now()).id;
  const [stays, leaves, changes, goes] = ["stays", "leaves", "changes", "goes"].map(id);
  signIn(store, stays!, "stays");
  signIn(store, stays!, "stays, other browser");
  signIn(store, leaves!, "leaves");
  signIn(store, changes!, "changes");
  signIn(store, goes!, "goes");
  for (const label of ["wall", "ended wall"]) {
    createWallScreen(store, { label, language: "ko", tokenHash: token(label) }, stays!, Date.now());
  }
  const file = `${folder}/backup`;
  const common = { data, file, passphrase: null, now: Date.now(), signal: SIGNAL };
  await makeBackup({ ...common, program: "1" });
  endSession(store, token("leaves"));
  endSession(store, token("stays, other browser"));
  setPassword(store, changes!, "y");
  setActive(store, goes!, false);
  endWallScreen(store, wallScreenByHash(store, token("ended wall"))!.id);
  signIn(store, stays!, "came later");
  store.close();
  const restore = async (data: string) => {
    const ready = await prepareRestore({ ...common, data, name: "backup" });
    putInPlace(data, Date.now());
    return ready;
  };
  return { data, restore };
}

Deno.test("a restore brings back no session that has ended since, no account's that is over or has another password, and no wall's", async () => {
  await using folder = await temporaryFolder();
  const { data, restore } = await backedUp(folder.path);
  await restore(data);
  deepEqual(opening(data), ["stays", "wall"]);
});

Deno.test("where what is replaced does not say who is signed in, or nothing is there, a restore signs nobody in", async () => {
  await using folder = await temporaryFolder();
  const { data, restore } = await backedUp(folder.path);
  const elsewhere = `${folder.path}/elsewhere`;
  Deno.mkdirSync(elsewhere);
  equal((await restore(elsewhere)).counts["staff"], 4);
  deepEqual(opening(elsewhere), []);
  Deno.writeTextFileSync(`${data}/belltower.sqlite`, "no database any more");
  await restore(data);
  deepEqual(opening(data), []);
});
