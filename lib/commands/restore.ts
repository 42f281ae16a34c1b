import { defaultDataFolder } from "../config.ts";
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
} as const;

/** `belltower restore FILE`: refused while a server works on the data folder. */
export const restore: Command = {
  usage: ["belltower restore FILE [--passphrase-stdin] [--accept-foreign] [--data DIR]"],
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
      if (ready.origin !== "own" && options["accept-foreign"] !== true) {
        dropCandidate(data);
        throw new BackupError("foreign", notAccepted(ready));
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
