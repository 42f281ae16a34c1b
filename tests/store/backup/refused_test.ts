import { deepEqual, equal, rejects } from "node:assert/strict";
import { makeBackup } from "../../../lib/store/backup/make_backup.ts";
import type { BackupProblem } from "../../../lib/domain/backup_problem.ts";
import { candidateFile } from "../../../lib/store/backup/candidate.ts";
import { prepareRestore } from "../../../lib/store/backup/prepare_restore.ts";
import { openStore } from "../../../lib/store/open_store.ts";
import { joined } from "../../../lib/store/backup/seal.ts";
import { latestVersion, migrate } from "../../../lib/store/migrate.ts";
import { setSetting } from "../../../lib/store/settings.ts";
import { freeBytes } from "../../../lib/store/data_folder.ts";
import { lacks } from "../../support/needs.ts";
import { smallDisk } from "../../support/small_disk.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";
import { DatabaseSync } from "node:sqlite";

const NEVER = new AbortController().signal;
const NOW = Date.UTC(2026, 10, 21, 5, 0, 0);

/** A data folder with a mebibyte or two in it, and its backup. */
async function office(folder: string, passphrase: string | null) {
  const data = `${folder}/data`;
  const store = openStore(data);
  setSetting(store, "long", "글".repeat(400_000));
  store.close();
  const file = `${folder}/backup`;
  const order = {
    ...{ data, file, passphrase, program: "1.2.3", now: NOW, signal: NEVER },
    cost: 2 ** 10,
  };
  await makeBackup(order);
  return { data, file, order };
}

async function check(data: string, file: string, passphrase: string | null) {
  const order = { data, file, name: "backup", passphrase, now: NOW, signal: NEVER };
  return await prepareRestore(order);
}

async function refused(data: string, file: string, passphrase: string | null, code: BackupProblem) {
  await rejects(() => check(data, file, passphrase), { name: "BackupError", code });
  deepEqual([...Deno.readDirSync(`${data}/restore`)], [], "something was left behind");
}

for (const passphrase of [null, "비밀"]) {
  const kind = passphrase === null ? "plain" : "encrypted";
  // Every look into an encrypted one costs its passphrase a moment.
  const some = <T>(all: T[]) => passphrase === null ? all : all.slice(-2);

  Deno.test(`a ${kind} backup that is cut off anywhere is refused as not whole`, async () => {
    await using folder = await temporaryFolder();
    const { data, file } = await office(folder.path, passphrase);
    const whole = Deno.readFileSync(file);
    const cuts = [9, 60, 400, 5000, whole.length - 1_000_000, whole.length - 1];
    for (const length of some(cuts)) {
      Deno.writeFileSync(file, whole.subarray(0, length));
      await refused(data, file, passphrase, "truncated");
    }
    Deno.writeFileSync(file, whole.subarray(0, 0));
    await refused(data, file, passphrase, "empty");
  });

  Deno.test(`a ${kind} backup of which one bit is another is refused as changed`, async () => {
    await using folder = await temporaryFolder();
    const { data, file } = await office(folder.path, passphrase);
    const whole = Deno.readFileSync(file);
    const length = new DataView(whole.buffer).getUint32(8);
    const chunk = 12 + length + 32 + 5;
    const places = [chunk, chunk + 100, chunk + 20_000, whole.length >> 1, whole.length - 1];
    for (const place of some(places)) {
      const changed = whole.slice();
      changed[place]! ^= 1;
      Deno.writeFileSync(file, changed);
      await refused(data, file, passphrase, "tampered");
    }
    // The time in the header, which stands in the clear.
    const time = new TextDecoder("latin1").decode(whole).indexOf(String(NOW));
    const changed = whole.slice();
    changed[time] = "2".charCodeAt(0);
    Deno.writeFileSync(file, changed);
    await refused(data, file, passphrase, "tampered");
    Deno.writeFileSync(file, whole);
    await check(data, file, passphrase);
  });

  Deno.test(`chunks of a ${kind} backup that change places, are doubled or left out are found`, async () => {
    await using folder = await temporaryFolder();
    const { data, file } = await office(folder.path, passphrase);
    const whole = Deno.readFileSync(file);
    const { head, chunks, mark } = taken(whole);
    const [first, second, ...others] = chunks;
    const last = others.at(-1) ?? second!;
    const orders = [
      [second!, first!, ...others],
      [first!, second!, second!, ...others],
      [first!, ...others.length > 0 ? others : [second!], last],
      [...chunks, last],
      [first!, last],
    ];
    for (const order of some(orders)) {
      Deno.writeFileSync(file, joined([head, ...order, mark]));
      await refused(data, file, passphrase, "tampered");
    }
    // The end put earlier, by saying that another chunk is the last.
    const early = second!.slice();
    early[4] = 1;
    Deno.writeFileSync(file, joined([head, first!, early, mark]));
    await refused(data, file, passphrase, "tampered");
  });
}

Deno.test("what is no backup is refused as foreign: a text, another program's database", async () => {
  await using folder = await temporaryFolder();
  const { data } = await office(folder.path, null);
  const file = `${folder.path}/other`;
  Deno.writeTextFileSync(file, "a letter");
  await refused(data, file, null, "foreign");
  const other = new DatabaseSync(`${folder.path}/other.sqlite`);
  other.exec("CREATE TABLE songs (title TEXT)");
  other.close();
  await refused(data, `${folder.path}/other.sqlite`, null, "foreign");
  await refused(data, `${folder.path}/nowhere`, null, "unreadable");
});

Deno.test("a backup of a newer program is refused", async () => {
  await using folder = await temporaryFolder();
  const { data, file, order } = await office(folder.path, null);
  const db = new DatabaseSync(`${data}/belltower.sqlite`);
  db.exec(`PRAGMA user_version = ${latestVersion() + 1}`);
  db.close();
  await rejects(() => makeBackup(order), { message: /newer Belltower/ });
  const bytes = Deno.readFileSync(file);
  const text = new TextDecoder("latin1").decode(bytes);
  const at = text.indexOf('"schema":') + '"schema":'.length;
  bytes[at] = "9".charCodeAt(0);
  if (latestVersion() >= 9) bytes[at + 1] = "9".charCodeAt(0);
  Deno.writeFileSync(file, bytes);
  const code = latestVersion() === 9 ? "tampered" : "newer";
  await refused(data, file, null, code);
});

Deno.test("an encrypted backup needs its passphrase, and says when it is another one", async () => {
  await using folder = await temporaryFolder();
  const { data, file } = await office(folder.path, "비밀");
  await refused(data, file, null, "passphrase_missing");
  await refused(data, file, "비밀 ", "passphrase_wrong");
  // Typed on another keyboard: the same letters, put together from parts.
  equal((await check(data, file, "비밀".normalize("NFD"))).program, "1.2.3");
});

Deno.test("a bare copy with a broken page is refused as damaged", async () => {
  await using folder = await temporaryFolder();
  const { data } = await office(folder.path, null);
  const bytes = Deno.readFileSync(`${data}/belltower.sqlite`);
  bytes.fill(0xff, 4096 * 5, 4096 * 6);
  Deno.writeFileSync(`${folder.path}/copy.sqlite`, bytes);
  await refused(data, `${folder.path}/copy.sqlite`, null, "damaged");
});

Deno.test("a backup of an older schema in which a row refers to none is refused as damaged, and says which row", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  openStore(data).close();
  const file = `${folder.path}/copy.sqlite`;
  const old = new DatabaseSync(file);
  migrate(old, latestVersion() - 1);
  old.exec("PRAGMA foreign_keys = OFF; INSERT INTO customer_numbers VALUES (7, 0, '1', '1', '')");
  old.close();
  await rejects(() => check(data, file, null), {
    ...{ name: "BackupError", code: "damaged" },
    message: /the row of customer_numbers with .* has customer_id 7, which is not in customers/,
  });
});

Deno.test({
  name: "a backup for which the disk has no room is refused before any of it is written",
  ignore: lacks("mount"),
  fn: async () => {
    await using folder = await temporaryFolder();
    await using disk = await smallDisk(`${folder.path}/disk`, 16);
    const { data, order } = await office(disk.path, null);
    const filler = freeBytes(disk.path) - 1_000_000;
    Deno.writeFileSync(`${disk.path}/filler`, new Uint8Array(filler));
    await rejects(() => makeBackup({ ...order, file: `${folder.path}/other` }), {
      name: "BackupError",
      code: "no_room",
      message: /^there is no room in .*: .* are needed, .* are free$/,
    });
    deepEqual([...Deno.readDirSync(`${data}/backup-work`)], []);
  },
});

Deno.test("a backup that fails leaves the one before it in its place", async () => {
  await using folder = await temporaryFolder();
  const { data, file, order } = await office(folder.path, null);
  const before = Deno.readFileSync(file);
  const stop = new AbortController();
  stop.abort();
  await rejects(() => makeBackup({ ...order, signal: stop.signal }), { name: "AbortError" });
  deepEqual(Deno.readFileSync(file), before);
  deepEqual([...Deno.readDirSync(`${data}/backup-work`)], []);
});

Deno.test("what is waiting to be put in place is a candidate of the latest version without a log", async () => {
  await using folder = await temporaryFolder();
  const { data, file } = await office(folder.path, null);
  const ready = await check(data, file, null);
  deepEqual([ready.createdAt, ready.schema, ready.counts["settings"]], [NOW, latestVersion(), 3]);
  const names = [...Deno.readDirSync(`${data}/restore`)].map(({ name }) => name);
  deepEqual(names, [candidateFile(data).split("/").at(-1)]);
});

function taken(whole: Uint8Array) {
  const view = new DataView(whole.buffer);
  let at = 12 + view.getUint32(8) + 32;
  const head = whole.subarray(0, at);
  const chunks: Uint8Array[] = [];
  while (at < whole.length - 32) {
    const end = at + 5 + view.getUint32(at);
    chunks.push(whole.subarray(at, end));
    at = end;
  }
  return { head, chunks, mark: whole.subarray(at) };
}
