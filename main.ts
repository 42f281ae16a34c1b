/** The command line: the first word picks the command, the rest is the command's own. */
import { type Command, type CommandIo, UsageError } from "./lib/commands/command.ts";
import { config } from "./lib/commands/config.ts";
import { demo } from "./lib/commands/demo.ts";
import { exportRows } from "./lib/commands/export.ts";
import { help } from "./lib/commands/help.ts";
import { importRows } from "./lib/commands/import.ts";
import { ports } from "./lib/commands/ports.ts";
import { replay } from "./lib/commands/replay.ts";
import { serve } from "./lib/commands/serve.ts";
import { service } from "./lib/commands/service.ts";
import { staff } from "./lib/commands/staff.ts";
import { version } from "./lib/commands/version.ts";
import { ConfigError } from "./lib/config.ts";
import { nearest } from "./lib/domain/nearest.ts";
import { startLog } from "./lib/log.ts";

const COMMANDS: Readonly<Record<string, Command>> = {
  serve,
  demo,
  staff,
  export: exportRows,
  import: importRows,
  replay,
  ports,
  config,
  service,
  version,
  help: help(() => COMMANDS),
};

const FAILED = 1;
const WRONG_USAGE = 2;

/** Runs one command line; returns the exit status. What goes wrong is one line on standard error. */
async function main([name = "help", ...args]: readonly string[], io: CommandIo): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (command === undefined) throw unknownCommand(name);
    return args.includes("--help")
      ? await COMMANDS.help!.run([name], io)
      : await command.run(args, io);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    io.err(`belltower${command === undefined ? "" : ` ${name}`}: ${why.replaceAll("\n", " ")}`);
    return error instanceof UsageError || error instanceof ConfigError ? WRONG_USAGE : FAILED;
  }
}

function unknownCommand(name: string): UsageError {
  const near = nearest(name, Object.keys(COMMANDS));
  const hint = near === null ? "`belltower help` lists them" : `did you mean "${near}"?`;
  return new UsageError(`there is no command "${name}"; ${hint}`);
}

function systemIo(): CommandIo {
  const encoder = new TextEncoder();
  type Sink = { writeSync(part: Uint8Array): number };
  const writeBytes = (to: Sink, part: Uint8Array) => {
    for (let rest = part; rest.length > 0;) rest = rest.subarray(to.writeSync(rest));
  };
  const write = (to: Sink, text: string) => writeBytes(to, encoder.encode(text));
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    // Windows knows no SIGTERM.
    if (signal === "SIGTERM" && Deno.build.os === "windows") continue;
    Deno.addSignalListener(signal, () => stop.abort());
  }
  return {
    out: (text) => write(Deno.stdout, text),
    bytes: (part) => writeBytes(Deno.stdout, part),
    err: (line) => write(Deno.stderr, `${line}\n`),
    stdin: () => new Response(Deno.stdin.readable).text(),
    env: (name) => Deno.env.get(name),
    signal: stop.signal,
  };
}

if (import.meta.main) {
  startLog("info");
  Deno.exit(await main(Deno.args, systemIo()));
}
