import { type Config, parseAddress } from "../config.ts";
import { sampleOffice } from "../demo/sample_office.ts";
import { seedOffice } from "../demo/seed.ts";
import { hashPassword } from "../domain/password.ts";
import { VIRTUAL_DEVICE } from "../switches/virtual_pbx/virtual_device.ts";
import { DIALECTS } from "../switches/pbx416/dialect/dialect.ts";
import { serveData } from "../server/serve_data.ts";
import { surviveErrors } from "../server/last_resort.ts";
import { startServer } from "../server/server.ts";
import type { Store } from "../store/database.ts";
import { ensureLine } from "../store/lines.ts";
import { listStaff } from "../store/staff.ts";
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
  "calls-per-minute": "string",
} as const;

const PASSWORD = "belltower";
/** Few enough that the agent's own phone rings every other minute. */
const EXTENSIONS = ["200", "202", "203", "205"];
const DIALECT = DIALECTS["416"]!;

/** `belltower demo`: the product at work, with nothing but itself. */
export const demo: Command = {
  usage: [
    "belltower demo [--data DIR] [--http HOST:PORT] [--https HOST:PORT|off] [--calls-per-minute N]",
  ],
  summary:
    "runs the server on a temporary folder, with sample customers and a virtual PBX that rings",
  async run(args, io) {
    const { options, positionals } = parseOptions(args, OPTIONS, io);
    noPositionals(positionals);
    const callsPerMinute = callsPerMinuteOf(options["calls-per-minute"] ?? "6");
    const http = parseAddress("http", options.http ?? "127.0.0.1:8416");
    const https = options.https === undefined || options.https === "off" ? null : {
      ...parseAddress("https", options.https),
      ...{ byDefault: false, files: null, hsts: false },
    };
    const temporary = options.data === undefined
      ? await Deno.makeTempDir({ prefix: "belltower-demo-" })
      : null;
    const data = options.data ?? `${temporary}/data`;
    try {
      // A visitor's own machine: nobody else's network is opened to it unless it is asked for.
      const config = { data, http, https, plainHttp: "network" as const, line: null };
      await play(config, callsPerMinute, io);
    } finally {
      if (temporary !== null) await Deno.remove(temporary, { recursive: true });
    }
    return 0;
  },
};

async function play(config: Config, callsPerMinute: number, io: CommandIo): Promise<void> {
  const office = sampleOffice();
  const virtualDay = { callsPerMinute, extensions: EXTENSIONS, numbers: office.callers };
  let welcomed = false;
  await serveData({ data: config.data }, io.signal, async (store, restore) => {
    await furnish(store, office);
    const server = await startServer({ config, store, demo: true, virtualDay, restore });
    if (welcomed) return server;
    surviveErrors();
    io.out(welcome(server.origin));
    welcomed = true;
    return server;
  });
}

/** Fills a new database; one that has staff already keeps what it has. */
async function furnish(store: Store, office: ReturnType<typeof sampleOffice>): Promise<void> {
  const { id } = ensureLine(store, VIRTUAL_DEVICE, DIALECT.name);
  if (listStaff(store).length > 0) return;
  const passwordHash = await hashPassword(PASSWORD);
  seedOffice(store, { office, lineId: id, passwordHash, now: Date.now() });
}

function welcome(origin: string): string {
  return [
    "",
    `  Belltower     ${origin}`,
    `  agent         agent / ${PASSWORD}      extension 202 (상담원)`,
    `  supervisor    supervisor / ${PASSWORD} (관리자)`,
    `  administrator admin / ${PASSWORD}      (시스템 관리자)`,
    "",
    "  A virtual PBX rings; stop with Ctrl-C. Nothing is kept unless --data names a folder.",
    "",
    "",
  ].join("\n");
}

function callsPerMinuteOf(text: string): number {
  const rate = Number(text);
  if (text.trim() !== "" && rate > 0 && rate <= 600) return rate;
  throw new UsageError(`--calls-per-minute ${text}: expected a number above 0, 600 at most`);
}
