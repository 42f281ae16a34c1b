import { fingerprintOf } from "../certificates/fingerprint.ts";
import {
  keptAuthority,
  leftOut,
  replaceAuthority,
  tlsFolder,
} from "../certificates/kept_authority.ts";
import { machineNames } from "../certificates/machine_names.ts";
import { defaultDataFolder } from "../config.ts";
import { type Command, noPositionals, parseOptions, UsageError } from "./command.ts";

/** `belltower authority`: whom browsers trust for this server. */
export const authority: Command = {
  usage: ["belltower authority [--data DIR]", "belltower authority new [--data DIR]"],
  summary: "shows the authority that browsers trust, or makes another one for a renamed machine",
  async run(args, io) {
    const { options, positionals } = parseOptions(args, { data: "string" }, io);
    const [word, ...rest] = positionals;
    noPositionals(rest);
    if (word !== undefined && word !== "new") {
      throw new UsageError(`there is no authority ${word}; expected new, or nothing`);
    }
    const data = options.data ?? defaultDataFolder(io.env);
    const machine = machineNames();
    const before = keptAuthority(data);
    if (before === null) {
      throw new Error(
        `there is no authority in ${tlsFolder(data)}: a server makes one when it starts`,
      );
    }
    const now = word === "new" ? await replaceAuthority(data, machine, Date.now()) : before;
    const left = leftOut(machine, now);
    io.out(`${now.name}\nSHA-256 ${fingerprintOf(now.certificate, "sha256")}\n`);
    if (left.length > 0) io.out(`may not certify ${left.join(", ")}: it was made before that\n`);
    if (word === "new") {
      io.out(
        "A running server uses it within a minute. Every browser has to trust it anew: /trust\n",
      );
    }
    return 0;
  },
};
