import { resolve } from "node:path";
import { loadDialect } from "../config.ts";
import { readConfigFile } from "../config/file.ts";
import { type SettingName, settle } from "../config/settings.ts";
import { transportOf } from "../config/transport.ts";
import type { ServiceManager, ServiceOptions } from "../service/plan.ts";
import { backupPlan } from "../store/backup/backup_settings.ts";
import { openStore } from "../store/open_store.ts";
import { StoreError } from "../store/errors.ts";
import { type CommandIo, type Parsed, UsageError } from "./command.ts";
import { type SERVE_OPTIONS, SETTING_NAMES } from "./serve_settings.ts";

/** Options that name a file. */
const FILES: readonly string[] = ["cert", "key", "config"];

/**
 * What a service is to be that runs `belltower serve` with `options`. Throws UsageError and ConfigError for what `serve`
 * would refuse, and for what a service of `manager` would not see.
 */
export async function serviceOptions(
  options: Parsed<typeof SERVE_OPTIONS>["options"],
  manager: ServiceManager,
  io: CommandIo,
): Promise<Omit<ServiceOptions, "executable">> {
  const { "new-office": newOffice, config, ...settings } = options;
  const file = config === undefined ? null : await readConfigFile(config, SETTING_NAMES, true);
  const settled = settle({ options: settings, env: io.env, file, stored: null });
  const { http, https } = transportOf(settled);
  const ports = [http.port, ...https === null ? [] : [https.port]];
  const data = options.data === undefined ? null : await visible(manager, "data", options.data);
  const serve: string[] = [];
  for (const name of [...SETTING_NAMES, "config"] as const) {
    const value = options[name];
    if (value !== undefined && name !== "data") {
      serve.push(`--${name}`, await fromAnywhere(manager, name, value));
    }
  }
  return {
    data,
    serve,
    lowPort: ports.some((port) => port > 0 && port < 1024),
    writes: backupFolders(data ?? settled.data.value!),
    newOffice: newOffice === true,
  };
}

/** What the option says, for a service that starts in another folder and sees less. */
async function fromAnywhere(
  manager: ServiceManager,
  name: SettingName | "config",
  value: string,
): Promise<string> {
  const isFile = name === "dialect"
    ? (await loadDialect(value)).stored !== value
    : FILES.includes(name);
  return isFile ? await visible(manager, name, value) : value;
}

/** The whole path. Throws UsageError where the service would not see it. */
async function visible(manager: ServiceManager, option: string, path: string): Promise<string> {
  const whole = await realPath(path);
  const why = manager.hides(whole);
  if (why === null) return whole;
  throw new UsageError(`--${option} ${whole}: ${why}; put it elsewhere, such as in /srv`);
}

/** Without links, as far as the path is there. */
async function realPath(path: string): Promise<string> {
  try {
    return await Deno.realPath(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return resolve(path);
  }
}

/** Where the office that is there already keeps its backups, beside the data folder. */
function backupFolders(data: string): string[] {
  try {
    const store = openStore(data, { readOnly: true });
    const { folder } = backupPlan(store);
    store.close();
    return folder === "" ? [] : [folder];
  } catch (error) {
    // A new office has no database yet, and an older one is updated at its start: the form says what to do then.
    if (error instanceof StoreError) return [];
    throw error;
  }
}
