import { type Actor, PROGRAM } from "../../domain/audit.ts";
import { noteAct } from "../../store/audit/write_audit.ts";
import { confirmCandidate } from "../../store/backup/candidate.ts";
import { dropRestoreCheck, restoreCheck } from "../../store/backup/restore_check.ts";
import { requireMay } from "../desk.ts";
import type { FolderDesk } from "../folder_desk.ts";
import { type Outcome, refused } from "../problem.ts";

/** Where somebody brings the office back to what a backup has. */
export interface RestoreDesk extends FolderDesk {
  /** Stops the server a moment later, puts what was confirmed in place and starts again; `by` wants it. */
  readonly restore: (by: Actor) => void;
}

/** What somebody says who has seen what is in a backup. */
export interface Confirmation {
  /** The check that they have seen. */
  readonly check: string;
  /** The check whose backup they accept although nothing proves that this installation made it; empty for none. */
  readonly accepted: string;
  /** The check whose copy they accept although the log is missing that lay beside its database; empty for none. */
  readonly acceptedWithoutLog: string;
}

/** Puts the backup that was checked last in place of what is here; the outcome is its name. */
export function restoreBackup(
  desk: RestoreDesk,
  { check, accepted, acceptedWithoutLog }: Confirmation,
): Outcome<string> {
  requireMay(desk, "backups.restore");
  const { store, data } = desk;
  const ready = restoreCheck(data)?.ready ?? null;
  if (ready === null) return refused("backup.nothing_checked");
  // Somebody else has had another one checked since this one was seen.
  if (check !== ready.id) return refused("backup.check_changed");
  const doubtful = ready.lacksLog && acceptedWithoutLog !== ready.id;
  if (doubtful) return refused("backup.log_missing");
  if (ready.origin !== "own" && accepted !== ready.id) return refused("backup.foreign_missing");
  // In the state that goes; the one that comes hears of it when it is in place.
  noteAct(store, { act: "restored", kind: "backup", record: ready.name });
  confirmCandidate(data);
  desk.restore(store.acting?.actor ?? PROGRAM);
  return { ok: true, value: ready.name };
}

/** Takes what was checked away: nobody wants it any more. */
export function giveUpRestore(desk: FolderDesk): void {
  requireMay(desk, "backups.restore");
  dropRestoreCheck(desk.data);
}
