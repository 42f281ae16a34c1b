import { defaultDataFolder } from "../config.ts";
import type { BackupProblem } from "../domain/backup_problem.ts";
import { BackupError } from "../store/backup/backup_error.ts";
import { dropCandidate } from "../store/backup/candidate.ts";
import { prepareRestore, type ReadyRestore } from "../store/backup/prepare_restore.ts";
import { finishRestore, putInPlace } from "../store/backup/put_in_place.ts";
import { prepareDataFolder } from "../store/data_folder.ts";
import { lockData } from "../store/data_lock.ts";
import { type Command, onePositional, parseOptions } from "./command.ts";
import { sayNewOffice } from "./new_office.ts";
import { noteConsole } from "./note_console.ts";
import { passphraseOf } from "./passphrase.ts";

const OPTIONS = {
  data: "string",
  "passphrase-stdin": "boolean",
  "accept-foreign": "boolean",
  "accept-log-missing": "boolean",
} as const;

/** `belltower restore FILE`: refused while a server works on the data folder. */
export const restore: Command = {
  usage: [
    "belltower restore FILE [--passphrase-stdin] [--accept-foreign] [--accept-log-missing] [--data DIR]",
  ],
  summary: "checks a backup and puts it in the place of what is there, of which a copy is kept",
  async run(args, io) {
    const { options, positionals } = parseOptions(args, OPTIONS, io);
    const file = onePositional(positionals, "FILE");
    const data = options.data ?? defaultDataFolder(io.env);
    const passphrase = await passphraseOf(options, io);
    sayNewOffice(data, io);
    prepareDataFolder(data);
    const lock = lockData(data);
    try {
      finishRestore(data);
      const now = Date.now();
      const signal = io.signal();
      const ready = await prepareRestore({ data, file, name: file, passphrase, now, signal });
      signal.throwIfAborted();
      const doubts = doubtsOf(ready, options);
      if (doubts.length > 0) {
        dropCandidate(data);
        throw new BackupError(
          doubts[0]?.code ?? "foreign",
          doubts.map(({ text }) => text).join("; "),
        );
      }
      const safety = putInPlace(data, now);
      const { customers = 0, calls = 0, consultations = 0 } = ready.counts;
      io.out(
        `restored: ${customers} customers, ${calls} calls, ${consultations} consultations\n` +
          (safety === null ? "" : `as it was before, the database is in ${safety}\n`),
      );
    } catch (error) {
      if (!(error instanceof BackupError)) throw error;
      const how = error.code === "passphrase_missing" ? "; --passphrase-stdin reads it" : "";
      throw new Error(`nothing was changed: ${error.message}${how}`, { cause: error });
    } finally {
      lock.release();
    }
    // In the state that was restored: the one before it is only a copy now.
    noteConsole(data, { act: "restored", kind: "backup", record: file }, io);
    return 0;
  },
};

/** What somebody has to know and has not said that they do. */
function doubtsOf(
  ready: ReadyRestore,
  said: { readonly "accept-foreign"?: boolean; readonly "accept-log-missing"?: boolean },
): { readonly code: BackupProblem; readonly text: string }[] {
  const doubts = [];
  if (ready.lacksLog && said["accept-log-missing"] !== true) {
    doubts.push({ code: "log_missing" as const, text: logMissing(ready) });
  }
  if (ready.origin !== "own" && said["accept-foreign"] !== true) {
    doubts.push({ code: "foreign" as const, text: notAccepted(ready) });
  }
  return doubts;
}

function logMissing({ newest }: ReadyRestore): string {
  const last = newest === null ? "" : `; the newest in it is of ${new Date(newest).toISOString()}`;
  return "the database is whole, but the log that belongs beside it (-wal) is not there: where it was copied " +
    `while the server was running, what was stored last is missing${last}; make a backup with "belltower backup", or ` +
    "stop the server and copy again; --accept-log-missing restores it as it is";
}

/** What somebody has to know before saying --accept-foreign. */
function notAccepted({ origin, createdAt, counts }: ReadyRestore): string {
  const why = origin === "plain"
    ? "the backup is not encrypted, as this office's backups are"
    : "the backup was not made by this installation, or nothing proves that it was";
  const made = createdAt === null ? "" : `, made ${new Date(createdAt).toISOString()}`;
  return `${why} (whole${made}, accounts: ${
    counts["staff"] ?? 0
  }): whoever made it decides who is an administrator here; --accept-foreign restores it all the same`;
}
