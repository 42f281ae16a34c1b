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
import { SERVE_OPTIONS, SERVE_USAGE } from "./serve_settings.ts";
import { serviceOptions } from "./service_options.ts";

const OPTIONS = { ...SERVE_OPTIONS, "dry-run": "boolean" } as const;

/** `belltower service`: has the system run the server from its start on. */
export const service: Command = {
  usage: [
    `belltower service install ${SERVE_USAGE} [--dry-run]`,
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
        const { "dry-run": _, ...serve } = options;
        const steps = manager.install({
          executable: executableHere(dryRun),
          ...await serviceOptions(serve, manager, io),
        });
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

/** Where `deno task build` puts it. */
const BUILT = "build/belltower";

/** The sources run by `deno`, which is no server: shown they can be, installed not. */
function executableHere(dryRun: boolean): string {
  if (Deno.build.standalone) return Deno.execPath();
  if (dryRun) return BUILT;
  throw new Error("only the executable can be installed: make it with `deno task build`");
}
