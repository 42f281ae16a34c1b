import { defaultDataFolder } from "../config.ts";
import { makeBackup } from "../store/backup/make_backup.ts";
import { VERSION } from "../version.ts";
import { type Command, onePositional, parseOptions } from "./command.ts";
import { noteConsole } from "./note_console.ts";
import { refuseOwnFile } from "./own_file.ts";
import { passphraseOf } from "./passphrase.ts";

const OPTIONS = { data: "string", "passphrase-stdin": "boolean" } as const;

/** `belltower backup FILE`: beside a running server too. */
export const backup: Command = {
  usage: ["belltower backup FILE [--passphrase-stdin] [--data DIR]"],
  summary: "writes everything into one file, and reads it back to see that it is whole",
  async run(args, io) {
    const { options, positionals } = parseOptions(args, OPTIONS, io);
    const file = onePositional(positionals, "FILE");
    const data = options.data ?? defaultDataFolder(io.env);
    refuseOwnFile(data, file);
    const { size, counts } = await makeBackup({
      data,
      file,
      passphrase: await passphraseOf(options, io),
      program: VERSION,
      now: Date.now(),
      signal: io.signal(),
    });
    const after = { size };
    noteConsole(data, { act: "backed_up", kind: "backup", record: file, after }, io);
    const { customers = 0, calls = 0, consultations = 0 } = counts;
    io.out(
      `${file}: ${size} bytes, ${customers} customers, ${calls} calls, ${consultations} consultations; checked\n`,
    );
    return 0;
  },
};
