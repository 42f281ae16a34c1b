/** The command line: the first word picks the command, the rest is the command's own. */
import { type Command, type CommandIo, UsageError } from "./lib/commands/command.ts";
import { commandNamed, help } from "./lib/commands/help.ts";
import { ConfigError } from "./lib/config.ts";
import { startLog } from "./lib/log.ts";

/** Each is loaded when it is asked for: none waits for what the others need. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import("./lib/commands/serve.ts")).serve,
  demo: async () => (await import("./lib/commands/demo.ts")).demo,
  staff: async () => (await import("./lib/commands/staff.ts")).staff,
  export: async () => (await import("./lib/commands/export.ts")).exportRows,
  import: async () => (await import("./lib/commands/import.ts")).importRows,
  backup: async () => (await import("./lib/commands/backup.ts")).backup,
  restore: async () => (await import("./lib/commands/restore.ts")).restore,
  authority: async () => (await import("./lib/commands/authority.ts")).authority,
  replay: async () => (await import("./lib/commands/replay.ts")).replay,
  ports: async () => (await import("./lib/commands/ports.ts")).ports,
  config: async () => (await import("./lib/commands/config.ts")).config,
  service: async () => (await import("./lib/commands/service.ts")).service,
  version: async () => (await import("./lib/commands/version.ts")).version,
  help: () => Promise.resolve(help(COMMANDS)),
};

const FAILED = 1;
const WRONG_USAGE = 2;

/** How people ask any program what it is, wherever they write it. */
const HELP = ["--help", "-h"];
const VERSION = ["--version", "-V"];

/** Runs one command line; returns the exit status. What goes wrong is one line on standard error. */
async function main(words: readonly string[], io: CommandIo): Promise<number> {
  const [name, args] = readWords(words);
  try {
    return await (await commandNamed(COMMANDS, name)()).run(args, io);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    io.err(
      `belltower${Object.hasOwn(COMMANDS, name) ? ` ${name}` : ""}: ${why.replaceAll("\n", " ")}`,
    );
    return error instanceof UsageError || error instanceof ConfigError ? WRONG_USAGE : FAILED;
  }
}

/**
 * The command and its arguments. A question for help or for the version is answered in place of whatever else stands
 * there, but of a command that there is not: a script has to hear of its misspelt word.
 */
function readWords([first = "help", ...rest]: readonly string[]): [string, readonly string[]] {
  const asks = (words: readonly string[]) => rest.some((word) => words.includes(word));
  if (HELP.includes(first)) return ["help", rest.filter((word) => !HELP.includes(word))];
  if (VERSION.includes(first)) return ["version", rest];
  if (asks(HELP)) return ["help", [first]];
  if (asks(VERSION) && Object.hasOwn(COMMANDS, first)) return ["version", []];
  return [first, rest];
}

function systemIo(): CommandIo {
  const encoder = new TextEncoder();
  type Sink = { writeSync(part: Uint8Array): number };
  const writeBytes = (to: Sink, part: Uint8Array) => {
    for (let rest = part; rest.length > 0;) rest = rest.subarray(to.writeSync(rest));
  };
  const write = (to: Sink, text: string) => writeBytes(to, encoder.encode(text));
  let stop: AbortController | null = null;
  return {
    out: (text) => write(Deno.stdout, text),
    bytes: (part) => writeBytes(Deno.stdout, part),
    err: (line) => write(Deno.stderr, `${line}\n`),
    stdin: () => new Response(Deno.stdin.readable).text(),
    env: (name) => Deno.env.get(name),
    signal: () => (stop ??= stopOnSignals()).signal,
  };
}

function stopOnSignals(): AbortController {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    // Windows knows no SIGTERM.
    if (signal === "SIGTERM" && Deno.build.os === "windows") continue;
    Deno.addSignalListener(signal, () => stop.abort());
  }
  return stop;
}

if (import.meta.main) {
  startLog("info");
  Deno.exit(await main(Deno.args, systemIo()));
}
