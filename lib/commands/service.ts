import { loadDialect } from "../config.ts";
import { settle } from "../config/settings.ts";
import { transportOf } from "../config/transport.ts";
import { launchd } from "../service/launchd.ts";
import { perform, show } from "../service/perform.ts";
import type { ServiceManager } from "../service/plan.ts";
import { scheduledTask } from "../service/scheduled_task.ts";
import { systemd } from "../service/systemd.ts";
import {
  type Command,
  type CommandIo,
  onePositional,
  parseOptions,
  UsageError,
} from "./command.ts";

const OPTIONS = {
  data: "string",
  http: "string",
  https: "string",
  cert: "string",
  key: "string",
  "plain-http": "string",
  hsts: "string",
  line: "string",
  dialect: "string",
  "dry-run": "boolean",
} as const;

/** What is passed on to `belltower serve`, as it was given. */
const PASSED_ON = [
  ...["http", "https", "cert", "key", "plain-http", "hsts"] as const,
  ...["line", "dialect"] as const,
];

/** `belltower service`: has the system run the server from its start on. */
export const service: Command = {
  usage: [
    "belltower service install [--data DIR] [--http HOST:PORT] [--https HOST:PORT|off] [--cert FILE --key FILE] " +
    "[--plain-http loopback|network] [--hsts on|off] [--line DEVICE] [--dialect NAME|FILE] [--dry-run]",
    "belltower service uninstall [--dry-run]",
    "belltower service status",
  ],
  summary: "has the system run the server from its start on, and tells each step before it is done",
  async run(args, io) {
    const { options, positionals } = parseOptions(args, OPTIONS, io);
    const action = onePositional(positionals, "install, uninstall or status");
    const manager = managerHere(io);
    const dryRun = options["dry-run"] === true;
    switch (action) {
      case "install": {
        const { "dry-run": _, ...settings } = options;
        transportOf(settle({ options: settings, env: io.env, file: null, stored: null }));
        const serve: string[] = [];
        for (const name of PASSED_ON) {
          const value = options[name];
          if (value !== undefined) serve.push(`--${name}`, await fromAnywhere(name, value));
        }
        const executable = executableHere(dryRun);
        const steps = manager.install({ executable, data: options.data ?? null, serve });
        await perform(steps, io.out, dryRun);
        return 0;
      }
      case "uninstall":
        await perform(manager.uninstall(), io.out, dryRun);
        io.out("The program and the data stay where they are.\n");
        return 0;
      case "status":
        io.out(`run ${manager.status().join(" ")}\n`);
        return await show(manager.status()) === 0 ? 0 : 1;
      default:
        throw new UsageError(`there is no "${action}"; expected install, uninstall or status`);
    }
  },
};

/** What the option says, for a service that starts in another folder. */
async function fromAnywhere(name: typeof PASSED_ON[number], value: string): Promise<string> {
  if (name === "dialect") return await dialectFor(value);
  return name === "cert" || name === "key" ? await Deno.realPath(value) : value;
}

/** The name of a built-in dialect, or where a file's is. */
async function dialectFor(name: string): Promise<string> {
  const { stored } = await loadDialect(name);
  return stored === name ? name : await Deno.realPath(name);
}

function managerHere(io: CommandIo): ServiceManager {
  switch (Deno.build.os) {
    case "linux":
      return systemd;
    case "darwin":
      return launchd;
    case "windows":
      return scheduledTask(io.env);
    default:
      throw new Error(`services of ${Deno.build.os} are not known here`);
  }
}

/** The sources run by `deno`, which is no server: shown they can be, installed not. */
function executableHere(dryRun: boolean): string {
  if (Deno.build.standalone || dryRun) return Deno.execPath();
  throw new Error("only the executable can be installed: make it with `deno task build`");
}
