import { equal } from "node:assert/strict";
import type { BackupHeader } from "../../../lib/store/backup/container.ts";
import {
  backupPlan,
  backupsExpectedSince,
  noteFailedBackup,
  noteGoodBackup,
  setBackupPlan,
} from "../../../lib/store/backup/backup_settings.ts";
import { type BackupsSeen, backupTrouble } from "../../../lib/store/backup/backup_trouble.ts";
import { setSetting } from "../../../lib/store/settings.ts";
import { passingStore } from "../../support/passing_store.ts";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 1);

/** What a look at `at` found: nothing, or a backup that was made then. */
function seen(at: number, createdAt: number | null, more: Partial<BackupsSeen> = {}): BackupsSeen {
  const header = { createdAt } as BackupHeader;
  const last = createdAt === null ? null : { name: "x", size: 1, own: true, header };
  return { reachable: true, passphraseLost: false, at, last, ...more };
}

function office() {
  const store = passingStore();
  backupsExpectedSince(store, START);
  const trouble = (found: BackupsSeen, now: number) => backupTrouble(store, found, now);
  return { store, trouble, [Symbol.dispose]: () => store.close() };
}

Deno.test("a folder without a good backup within two periods is told, whatever was once written down", () => {
  using given = office();
  const { store, trouble } = given;
  equal(trouble(seen(START, null), START + 48 * HOUR), null);
  equal(trouble(seen(START, null), START + 48 * HOUR + 1), "late");
  const made = START + 47 * HOUR;
  equal(trouble(seen(made, made), made + 48 * HOUR), null);
  equal(trouble(seen(made, made), made + 48 * HOUR + 1), "late");
  setBackupPlan(store, { ...backupPlan(store), every: "weekly" });
  equal(trouble(seen(made, made), made + 96 * HOUR), null);
});

Deno.test("a backup that was made and is not in the folder any more is missed at once, and not before somebody looked", () => {
  using given = office();
  const { store, trouble } = given;
  const [at, endedAt] = [START + HOUR, START + HOUR + 5000];
  noteGoodBackup(store, { at, endedAt, name: "x", size: 1 });
  equal(trouble(seen(at + 1000, null), endedAt), null, "the look was before its end");
  equal(trouble(seen(endedAt + 1, null), endedAt + 1), "missing");
  equal(trouble(seen(endedAt + 1, at - HOUR), endedAt + 1), "missing", "an older one is there");
  equal(trouble(seen(endedAt + 1, at), endedAt + 1), null);
});

Deno.test("a failure is told until a newer backup lies in the folder", () => {
  using given = office();
  const { store, trouble } = given;
  noteFailedBackup(store, { at: START + HOUR, code: "no_room" });
  equal(trouble(seen(START, null), START + HOUR), "failed");
  equal(trouble(seen(START, START + 2 * HOUR), START + 3 * HOUR), null);
});

Deno.test("a folder that does not answer is told, and a passphrase that is not on this machine first", () => {
  using given = office();
  const { store, trouble } = given;
  const away = seen(START, null, { reachable: false });
  equal(trouble(away, START), "folder");
  equal(trouble({ ...away, passphraseLost: true }, START), "passphrase");
  setBackupPlan(store, { ...backupPlan(store), every: "off" });
  equal(trouble(away, START), null);
});

Deno.test("what was written down while the clock was ahead keeps no late backup from being told", () => {
  using given = office();
  const { store, trouble } = given;
  const ahead = START + 10 * 365 * 24 * HOUR;
  noteFailedBackup(store, { at: ahead, code: "failed" });
  equal(trouble(seen(START, START), START + 48 * HOUR), null);
  equal(trouble(seen(START, START), START + 48 * HOUR + 1), "late");
  // Where the office itself was begun in the future, backups are expected from today on.
  setSetting(store, "backup.since", String(ahead));
  equal(trouble(seen(START, START), START + 48 * HOUR + 1), "late");
  equal(backupsExpectedSince(store, START + HOUR), START + HOUR);
});
