import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { PROGRAM } from "../../lib/domain/audit.ts";
import { runBackup } from "../../lib/jobs/backup/run_backup.ts";
import { noteAct } from "../../lib/store/audit/write_audit.ts";
import { backupPlan, setBackupPlan } from "../../lib/store/backup/backup_settings.ts";
import { installationKey } from "../../lib/store/backup/installation_key.ts";
import { listBackups, newestBackup } from "../../lib/store/backup/list_backups.ts";
import { dropOfficePassphrase } from "../../lib/store/backup/office_passphrase.ts";
import { ownBackups } from "../../lib/store/backup/own_backups.ts";
import { setPassphrase } from "../../lib/store/backup/set_passphrase.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const NOW = Date.UTC(2026, 10, 21, 5, 0, 0);
const LATER = NOW + 24 * 3_600_000;
const NEVER = new AbortController().signal;

/** An office that keeps its two newest backups in `folder`. */
function office(data: string, folder: string) {
  const store = openStore(data);
  setBackupPlan(store, { ...backupPlan(store), folder, kept: 2 });
  const backUp = (now: number) =>
    runBackup("1.0.0", {
      ...{ data, store, signal: NEVER, claims: null, by: PROGRAM, progress: () => undefined },
      ...{ now: () => now, comesAgain: () => false },
    });
  const owner = () => ownBackups(store, data);
  return { store, data, backUp, owner, [Symbol.dispose]: () => store.close() };
}

const namesIn = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

Deno.test("two offices on one folder take only their own old backups away, and each finds its own last one", async () => {
  await using folder = await temporaryFolder();
  const shared = `${folder.path}/share`;
  Deno.mkdirSync(shared);
  using one = office(`${folder.path}/one`, shared);
  using two = office(`${folder.path}/two`, shared);
  for (const [office, minute] of [[one, 0], [two, 1], [two, 2], [two, 3], [two, 4]] as const) {
    await office.backUp(NOW + minute * 60_000);
  }
  const [first, second] = [one, two].map(({ data }) => installationKey(data)!.id);
  deepEqual(
    namesIn(shared),
    [
      `belltower-${first}-20261121-050000Z.backup`,
      `belltower-${second}-20261121-050300Z.backup`,
      `belltower-${second}-20261121-050400Z.backup`,
    ].sort(),
  );
  equal((await newestBackup(shared, one.owner(), LATER)).last?.header.createdAt, NOW);
  const listed = await listBackups(shared, one.owner());
  deepEqual(listed?.map(({ own }) => own), [false, false, true]);
});

Deno.test("a clone of an office, restored on another machine, takes none of the office's backups away", async () => {
  await using folder = await temporaryFolder();
  const shared = `${folder.path}/share`;
  Deno.mkdirSync(shared);
  using one = office(`${folder.path}/one`, shared);
  await one.backUp(NOW);
  const [name] = namesIn(shared);
  Deno.mkdirSync(`${folder.path}/two`);
  one.store.run("PRAGMA wal_checkpoint(TRUNCATE)");
  Deno.copyFileSync(`${folder.path}/one/belltower.sqlite`, `${folder.path}/two/belltower.sqlite`);
  using two = office(`${folder.path}/two`, shared);
  for (const minute of [1, 2, 3]) await two.backUp(NOW + minute * 60_000);
  equal(namesIn(shared).includes(name!), true);
  equal(namesIn(shared).length, 3);
});

Deno.test("backups of before the names told whose they are are taken away where they were made, and nowhere else", async () => {
  await using folder = await temporaryFolder();
  const shared = `${folder.path}/share`;
  Deno.mkdirSync(shared);
  using one = office(`${folder.path}/one`, shared);
  const [own, other] = ["belltower-20261101-023000Z.backup", "belltower-20261102-023000Z.backup"];
  for (const name of [own, other]) Deno.writeTextFileSync(`${shared}/${name}`, "");
  const entry = { act: "backed_up", kind: "backup", record: own! } as const;
  noteAct(one.store.as(PROGRAM), entry);
  for (const minute of [1, 2]) await one.backUp(NOW + minute * 60_000);
  deepEqual(namesIn(shared).filter((name) => name === own || name === other), [other]);
});

Deno.test("a copied, shortened or invented file is no last backup", async () => {
  await using folder = await temporaryFolder();
  const shared = `${folder.path}/share`;
  Deno.mkdirSync(shared);
  using one = office(`${folder.path}/one`, shared);
  await one.backUp(NOW);
  const [name] = namesIn(shared);
  const bytes = Deno.readFileSync(`${shared}/${name}`);
  const id = installationKey(one.data)!.id;
  const later = (time: string) => `${shared}/belltower-${id}-20261122-${time}Z.backup`;
  Deno.writeFileSync(later("000001"), bytes.subarray(0, -1));
  const forged = bytes.slice();
  forged[new TextDecoder("latin1").decode(bytes).indexOf(String(NOW))]! += 1;
  Deno.writeFileSync(later("000002"), forged);
  Deno.writeTextFileSync(later("000003"), "a letter");
  Deno.writeFileSync(later("000004"), bytes);
  const { last } = await newestBackup(shared, one.owner(), LATER);
  equal(last?.header.createdAt, NOW, "its time is that of its making, not of its name");
  Deno.removeSync(later("000004"));
  equal((await newestBackup(shared, one.owner(), LATER)).last?.name, name);
  Deno.removeSync(`${shared}/${name}`);
  deepEqual(await newestBackup(shared, one.owner(), LATER), { reachable: true, last: null });
  Deno.removeSync(shared, { recursive: true });
  equal((await newestBackup(shared, one.owner(), LATER)).reachable, false);
});

Deno.test("an office that encrypts makes no plain backup where its passphrase is lost", async () => {
  await using folder = await temporaryFolder();
  using one = office(`${folder.path}/one`, "");
  setPassphrase(one.store, one.data, "다시 찾을 비밀", NOW);
  await one.backUp(NOW);
  const [made] = await listBackups(`${one.data}/backups`, one.owner()) ?? [];
  match(made!.header!.encryption!.cipher, /AES/);
  dropOfficePassphrase(one.data);
  await rejects(() => one.backUp(NOW + 60_000), { name: "BackupError", code: "passphrase_lost" });
  setPassphrase(one.store, one.data, null, NOW);
  await one.backUp(NOW + 120_000);
  equal(
    (await newestBackup(`${one.data}/backups`, one.owner(), LATER)).last?.header.encryption,
    null,
  );
});

Deno.test("backups from a night in which the clock was ahead are neither the last one nor push today's out", async () => {
  await using folder = await temporaryFolder();
  using one = office(`${folder.path}/one`, "");
  const backups = `${one.data}/backups`;
  const ahead = NOW + 10 * 365 * 24 * 3_600_000;
  for (const at of [ahead, ahead + 60_000]) await one.backUp(at);
  deepEqual(await newestBackup(backups, one.owner(), NOW), { reachable: true, last: null });
  for (const minute of [0, 1, 2]) await one.backUp(NOW + minute * 60_000);
  const { last } = await newestBackup(backups, one.owner(), LATER);
  equal(last?.header.createdAt, NOW + 2 * 60_000);
  deepEqual(namesIn(backups).map((name) => name.slice(-23, -7)), [
    "20261121-050100Z",
    "20261121-050200Z",
    "20361118-050000Z",
    "20361118-050100Z",
  ]);
});
