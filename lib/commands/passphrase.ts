import { type CommandIo, UsageError } from "./command.ts";

/** The first line of standard input where it was asked for, else null: on the command line, every user of the machine could read it. */
export async function passphraseOf(
  options: { readonly "passphrase-stdin"?: boolean },
  io: CommandIo,
): Promise<string | null> {
  if (options["passphrase-stdin"] !== true) return null;
  const [line = ""] = (await io.stdin()).split(/\r?\n/, 1);
  if (line === "") throw new UsageError("--passphrase-stdin: standard input is empty");
  return line;
}
