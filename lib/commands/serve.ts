import { type Config, defaultDataFolder, loadDialect, parseAddress } from "../config.ts";
import { startServer } from "../server/server.ts";
import { openStore } from "../store/database.ts";
import {
  type Command,
  type CommandIo,
  noPositionals,
  parseOptions,
  UsageError,
} from "./command.ts";

const OPTIONS = {
  data: "string",
  http: "string",
  https: "string",
  line: "string",
  dialect: "string",
} as const;

/** `belltower serve`: the server, until it is told to stop. */
export const serve: Command = {
  usage: [
    "belltower serve [--data DIR] [--http HOST:PORT] [--https off] [--line DEVICE] [--dialect NAME|FILE]",
  ],
  summary: "runs the server",
  async run(args, io) {
    const { options, positionals } = parseOptions(args, OPTIONS, io);
    noPositionals(positionals);
    const config = await configOf(options, io);
    const store = openStore(config.data, { exclusive: true });
    try {
      const server = startServer({ config, store });
      io.out(`Belltower: ${server.origin}\n`);
      await aborted(io.signal);
      await server.stop();
    } finally {
      store.close();
    }
    return 0;
  },
};

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve()));
}

async function configOf(
  options: { readonly [Name in keyof typeof OPTIONS]?: string },
  io: CommandIo,
): Promise<Config> {
  const { data, http = "127.0.0.1:8416", https = "off", line, dialect } = options;
  if (https !== "off") {
    throw new UsageError(`--https ${https}: this version has no HTTPS yet; expected off`);
  }
  if (line === undefined && dialect !== undefined) {
    throw new UsageError("--dialect needs --line: it says how that device speaks");
  }
  return {
    data: data ?? defaultDataFolder(io.env),
    http: parseAddress("http", http),
    line: line === undefined
      ? null
      : { device: line, dialect: await loadDialect(dialect ?? "416") },
  };
}
