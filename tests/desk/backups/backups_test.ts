import { deepEqual, equal, match, throws } from "node:assert/strict";
import { NotPermitted } from "../../../lib/desk/desk.ts";
import { backupFile } from "../../../lib/desk/backups/backup_file.ts";
import {
  changeBackupPlan,
  type TypedBackupPlan,
} from "../../../lib/desk/backups/change_backup_plan.ts";
import {
  checkBackup,
  checkIncoming,
  incomingBackup,
} from "../../../lib/desk/backups/check_backup.ts";
import { makeBackup } from "../../../lib/desk/backups/make_backup.ts";
import {
  giveUpRestore,
  restoreBackup,
  type RestoreDesk,
} from "../../../lib/desk/backups/restore_backup.ts";
import type { JobDesk } from "../../../lib/desk/jobs/job_desk.ts";
import type { Outcome } from "../../../lib/desk/problem.ts";
import { listAudit } from "../../../lib/store/audit/audit_list.ts";
import { backupPlan } from "../../../lib/store/backup/backup_settings.ts";
import { officePassphrase } from "../../../lib/store/backup/office_passphrase.ts";
import { keepRestoreCheck, restoreCheck } from "../../../lib/store/backup/restore_check.ts";
import { NotFound } from "../../../lib/store/errors.ts";
import { JobOffice } from "../job_office.ts";
import { WHOLE_AUDIT } from "../../support/whole_audit.ts";

const PLAN: TypedBackupPlan = {
  ...{ every: "weekly", time: "03:15", kept: "7", folder: "", encrypted: false, passphrase: "" },
};
const NAME = "belltower-01234567-20261127-020000Z.backup";

/** `ok`, or what is wrong by field. */
function said(outcome: Outcome<unknown>): unknown {
  if (outcome.ok) return "ok";
  return Object.entries(outcome.problems).map(([field, { code }]) => [field, code]);
}

/** A backup that was checked and is ready. */
function checked(office: JobOffice, id: string, origin: "own" | "foreign"): void {
  incomingBackup(office.jobDesk("admin"));
  const ready = {
    id,
    name: NAME,
    origin,
    createdAt: 0,
    program: "",
    schema: 1,
    counts: {},
    lacksLog: false,
    newest: null,
  };
  keepRestoreCheck(office.data, { file: NAME, name: NAME, code: null, ready });
}

Deno.test("a backup is made now, in the name of whoever wants it", () => {
  using office = new JobOffice();
  makeBackup(office.jobDesk("admin"), "1.2.3");
  deepEqual(office.jobs.started.map(({ input, actor }) => [input, actor.name]), [
    [{ program: "1.2.3" }, "admin-name"],
  ]);
});

Deno.test("when and where backups are made is kept, or what is wrong is told by field", () => {
  using office = new JobOffice();
  const desk = office.jobDesk("admin");
  equal(said(changeBackupPlan(desk, PLAN)), "ok");
  const kept = { every: "weekly", time: "03:15", kept: 7, folder: "", encrypted: false };
  deepEqual(backupPlan(office.store), kept);
  const wrong = { every: "hourly", time: "24:00", kept: "0", folder: "backups", encrypted: true };
  deepEqual(said(changeBackupPlan(desk, { ...wrong, passphrase: "short" })), [
    ["every", "backup.every_wrong"],
    ["time", "backup.time_wrong"],
    ["kept", "backup.kept_wrong"],
    ["folder", "backup.folder_wrong"],
    ["passphrase", "backup.passphrase_short"],
  ]);
  deepEqual(said(changeBackupPlan(desk, { ...PLAN, folder: `${office.data}/gone` })), [
    ["folder", "backup.folder_wrong"],
  ]);
  deepEqual(backupPlan(office.store), kept);
});

Deno.test("a passphrase is asked for once, stays while nothing is typed, and goes with the encryption", () => {
  using office = new JobOffice();
  const desk = office.jobDesk("admin");
  const encrypted = { ...PLAN, encrypted: true };
  deepEqual(said(changeBackupPlan(desk, encrypted)), [["passphrase", "backup.passphrase_short"]]);
  equal(said(changeBackupPlan(desk, { ...encrypted, passphrase: "open sesame" })), "ok");
  equal(said(changeBackupPlan(desk, encrypted)), "ok");
  deepEqual([officePassphrase(desk.data), backupPlan(office.store).encrypted], [
    "open sesame",
    true,
  ]);
  equal(said(changeBackupPlan(desk, PLAN)), "ok");
  deepEqual([officePassphrase(desk.data), backupPlan(office.store).encrypted], [null, false]);
});

Deno.test("a backup is found by its name, and no other file is", () => {
  using office = new JobOffice();
  const desk = office.jobDesk("admin");
  equal(backupFile(desk, NAME), `${desk.data}/backups/${NAME}`);
  for (const name of ["", "../belltower.sqlite", "belltower.sqlite"]) {
    throws(() => backupFile(desk, name), NotFound);
    throws(() => checkBackup(desk, name, null), NotFound);
  }
  checkBackup(desk, NAME, "open sesame");
  const incoming = incomingBackup(desk);
  checkIncoming(desk, "../old.backup");
  deepEqual(office.jobs.started.map(({ input }) => input), [
    { file: `${desk.data}/backups/${NAME}`, name: NAME, passphrase: "open sesame" },
    { file: incoming, name: "old.backup", passphrase: null },
  ]);
});

Deno.test("the backup that was seen is put in place, and a foreign one only where that was accepted", () => {
  using office = new JobOffice();
  const restored: string[] = [];
  const restore: RestoreDesk["restore"] = ({ name }) => restored.push(name);
  const desk: RestoreDesk = { ...office.jobDesk("admin"), restore };
  const first = { check: "first", accepted: "", acceptedWithoutLog: "" };
  deepEqual(said(restoreBackup(desk, first)), [["form", "backup.nothing_checked"]]);
  checked(office, "second", "foreign");
  deepEqual(said(restoreBackup(desk, first)), [["form", "backup.check_changed"]]);
  const second = { check: "second", accepted: "first", acceptedWithoutLog: "" };
  deepEqual(said(restoreBackup(desk, second)), [["form", "backup.foreign_missing"]]);
  deepEqual([restored, listAudit(office.store, WHOLE_AUDIT, null, 10).rows], [[], []]);
  deepEqual(restoreBackup(desk, { ...second, accepted: "second" }), { ok: true, value: NAME });
  checked(office, "first", "own");
  deepEqual(restoreBackup(desk, first), { ok: true, value: NAME });
  deepEqual(restored, ["admin-name", "admin-name"]);
  const entries = listAudit(office.store, WHOLE_AUDIT, null, 10).rows;
  deepEqual(entries.map(({ act, record }) => [act, record]), [["restored", NAME], [
    "restored",
    NAME,
  ]]);
  giveUpRestore(desk);
  equal(restoreCheck(desk.data), null);
});

Deno.test("backups and restores are an administrator's work", () => {
  using office = new JobOffice();
  const desk: JobDesk & RestoreDesk = { ...office.jobDesk("super"), restore: () => undefined };
  const asked: (() => unknown)[] = [
    () => makeBackup(desk, ""),
    () => changeBackupPlan(desk, PLAN),
    () => backupFile(desk, NAME),
    () => checkBackup(desk, NAME, null),
    () => incomingBackup(desk),
    () => checkIncoming(desk, NAME),
    () => restoreBackup(desk, { check: "", accepted: "", acceptedWithoutLog: "" }),
    () => giveUpRestore(desk),
  ];
  for (const ask of asked) throws(ask, NotPermitted);
  match(office.begun.join(), /^$/);
});
