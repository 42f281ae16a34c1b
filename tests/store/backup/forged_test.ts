import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { makeBackup } from "../../../lib/store/backup/make_backup.ts";
import { keepOfficePassphrase } from "../../../lib/store/backup/office_passphrase.ts";
import { candidateFile } from "../../../lib/store/backup/candidate.ts";
import { prepareRestore } from "../../../lib/store/backup/prepare_restore.ts";
import { joined } from "../../../lib/store/backup/seal.ts";
import { openStore } from "../../../lib/store/open_store.ts";
import { setSetting } from "../../../lib/store/settings.ts";
import { writtenByHand } from "../../support/forged_backup.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";
import { DatabaseSync } from "node:sqlite";

const NEVER = new AbortController().signal;
const NOW = Date.UTC(2026, 10, 21, 5, 0, 0);

/** A data folder, and a copy of its database as a stranger has one. */
function office(folder: string) {
  const data = `${folder}/data`;
  const stolen = `${folder}/stolen.sqlite`;
  const store = openStore(data);
  setSetting(store, "long", "글".repeat(400_000));
  store.close();
  Deno.copyFileSync(`${data}/belltower.sqlite`, stolen);
  change(stolen, "PRAGMA journal_mode = DELETE");
  return { data, stolen, file: `${folder}/backup` };
}

function change(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}

/** With pages of that size. By a program that may do everything: SQLite's VACUUM needs a right that ours has not. */
async function writeAnew(file: string, pageSize: number): Promise<void> {
  const script = `import { DatabaseSync } from "node:sqlite";
    new DatabaseSync(${JSON.stringify(file)}).exec("PRAGMA page_size = ${pageSize}; VACUUM");`;
  const { success } = await new Deno.Command(Deno.execPath(), { args: ["eval", script] }).output();
  ok(success);
}

const backUp = (data: string, file: string, passphrase: string | null = null) =>
  makeBackup({ data, file, passphrase, program: "1.2.3", now: NOW, signal: NEVER, cost: 2 ** 10 });

const check = (data: string, file: string, passphrase: string | null = null) =>
  prepareRestore({ data, file, name: "backup", passphrase, now: NOW, signal: NEVER });

Deno.test("what this installation made is its own; on another machine it is foreign, unless the key came along", async () => {
  await using folder = await temporaryFolder();
  const { data, file } = office(folder.path);
  await backUp(data, file);
  equal((await check(data, file)).origin, "own");
  const other = `${folder.path}/other`;
  equal((await check(other, file)).origin, "foreign");
  Deno.mkdirSync(`${other}/tls`);
  Deno.copyFileSync(`${data}/tls/backup-key`, `${other}/tls/backup-key`);
  equal((await check(other, file)).origin, "own");
});

Deno.test("a plain backup that somebody wrote by hand is foreign, in whichever format and whatever it says", async () => {
  await using folder = await temporaryFolder();
  const { data, file, stolen } = office(folder.path);
  await backUp(data, `${folder.path}/genuine`);
  const genuine = Deno.readFileSync(`${folder.path}/genuine`);
  const length = new DataView(genuine.buffer).getUint32(8);
  const [head, end] = [genuine.subarray(12 + length, 44 + length), genuine.subarray(-32)];
  const { installation } = JSON.parse(
    new TextDecoder().decode(genuine.subarray(12, 12 + length)),
  );
  for (
    const forged of [
      writtenByHand(stolen),
      writtenByHand(stolen, { format: 2 }),
      writtenByHand(stolen, { format: 2, head: { installation } }),
      writtenByHand(stolen, { format: 2, head: { installation }, mark: head }),
      writtenByHand(stolen, { format: 2, head: { installation }, mark: end }),
    ]
  ) {
    Deno.writeFileSync(file, forged);
    equal((await check(data, file)).origin, "foreign");
  }
  Deno.copyFileSync(stolen, file);
  equal((await check(data, file)).origin, "foreign", "a bare database");
});

Deno.test("in an office with a passphrase, a plain backup is not its own, not even one with its mark", async () => {
  await using folder = await temporaryFolder();
  const { data, file, stolen } = office(folder.path);
  await backUp(data, file);
  keepOfficePassphrase(data, "다시 찾을 비밀");
  equal((await check(data, file)).origin, "plain");
  Deno.writeFileSync(file, writtenByHand(stolen));
  equal((await check(data, file)).origin, "foreign");
  await backUp(data, file);
  equal((await check(data, file)).origin, "own", "encrypted unasked, opened unasked");
  keepOfficePassphrase(data, "ein anderes Wort");
  await rejects(() => check(data, file), { code: "passphrase_wrong" });
  equal((await check(data, file, "다시 찾을 비밀")).origin, "own", "it has the mark");
});

Deno.test("an encrypted backup of before is the office's own by its passphrase, another's is foreign", async () => {
  await using folder = await temporaryFolder();
  const { data, file, stolen } = office(folder.path);
  Deno.writeFileSync(file, writtenByHand(stolen, { passphrase: "비밀 문구" }));
  equal((await check(data, file, "비밀 문구")).origin, "foreign");
  keepOfficePassphrase(data, "비밀 문구");
  equal((await check(data, file)).origin, "own");
  Deno.writeFileSync(file, writtenByHand(stolen, { passphrase: "Parole" }));
  equal((await check(data, file, "Parole")).origin, "foreign");
});

Deno.test("an old backup, plain or encrypted, comes back whole when it is accepted", async () => {
  await using folder = await temporaryFolder();
  const { data, file, stolen } = office(folder.path);
  for (const passphrase of [null, "비밀 문구"]) {
    Deno.writeFileSync(file, writtenByHand(stolen, { passphrase }));
    const ready = await check(data, file, passphrase);
    equal(ready.createdAt, Date.UTC(2026, 10, 20));
    const db = new DatabaseSync(candidateFile(data), { readOnly: true });
    const long = db.prepare("SELECT length(value) AS length FROM settings WHERE key = 'long'")
      .get();
    db.close();
    equal(long?.["length"], 400_000);
  }
});

Deno.test("a header that is another backup's, a lower format, an end that is another's: changed", async () => {
  await using folder = await temporaryFolder();
  const { data, file } = office(folder.path);
  const other = `${folder.path}/second`;
  await backUp(data, file);
  await makeBackup({
    data,
    file: other,
    passphrase: null,
    program: "1.2.3",
    now: NOW + 1,
    signal: NEVER,
  });
  const [one, two] = [Deno.readFileSync(file), Deno.readFileSync(other)];
  const head = 44 + new DataView(one.buffer).getUint32(8);
  const lower = Uint8Array.from(one);
  lower[new TextDecoder("latin1").decode(one).indexOf('"format":2') + 9] = "1".charCodeAt(0);
  const spoilt = [
    joined([two.subarray(0, head), one.subarray(head)]),
    joined([one.subarray(0, -32), two.subarray(-32)]),
    lower,
  ];
  for (const bytes of spoilt) {
    Deno.writeFileSync(file, bytes);
    await rejects(() => check(data, file), { name: "BackupError", code: "tampered" });
  }
});

Deno.test("a header that asks for hours of work or all memory is refused before any is done", async () => {
  await using folder = await temporaryFolder();
  const { data, file, stolen } = office(folder.path);
  const scrypt = {
    cipher: "AES-256-GCM",
    kdf: "scrypt",
    salt: "AA==",
    nonce: "AA==",
    check: "AA==",
  };
  for (const cost of [2 ** 30, 2 ** 18, 3, 0, 2 ** 52]) {
    const encryption = { ...scrypt, cost };
    Deno.writeFileSync(file, writtenByHand(stolen, { format: 2, head: { encryption } }));
    await rejects(() => check(data, file, "secret words"), { code: "tampered" });
  }
  const begin = Uint8Array.from(new TextEncoder().encode("BELLBKUP\xff\xff\xff\xff"));
  Deno.writeFileSync(file, begin);
  await rejects(() => check(data, file), { code: "tampered" });
});

Deno.test("a database in a backup that asks for a write-ahead log, or has large pages, leaves nothing beside the candidate", async () => {
  await using folder = await temporaryFolder();
  const { data, file, stolen } = office(folder.path);
  await writeAnew(stolen, 65_536);
  const bytes = Deno.readFileSync(stolen);
  bytes.set([2, 2], 18);
  Deno.writeFileSync(stolen, bytes);
  Deno.writeFileSync(file, writtenByHand(stolen));
  await check(data, file);
  const names = [...Deno.readDirSync(`${data}/restore`)].map(({ name }) => name);
  deepEqual(names, [candidateFile(data).split("/").at(-1)]);
});

Deno.test("the schema of a forged backup is read before anything in it runs", async () => {
  await using folder = await temporaryFolder();
  const { data, file, stolen } = office(folder.path);
  change(
    stolen,
    `CREATE TRIGGER settings_more AFTER INSERT ON settings BEGIN
       UPDATE staff SET role = 'admin' WHERE login = 'kim'; END`,
  );
  Deno.writeFileSync(file, writtenByHand(stolen));
  await rejects(() => check(data, file), (error: Error & { code: string }) => {
    equal(error.code, "schema");
    match(error.message, /trigger settings_more/);
    return true;
  });
});
