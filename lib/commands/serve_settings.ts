import { type ConfigFile, readConfigFile } from "../config/file.ts";
import { type SettingName, SETTINGS, settle, type Settled } from "../config/settings.ts";
import { type CommandIo, noPositionals, parseOptions } from "./command.ts";

/** The names of the settings, each an option of its own. */
export const SETTING_NAMES: readonly SettingName[] = SETTINGS.map(({ name }) => name);

/** Every option of `serve`. */
export const SERVE_OPTIONS = {
  ...Object.fromEntries(SETTING_NAMES.map((name) => [name, "string"])) as Record<
    SettingName,
    "string"
  >,
  config: "string",
  "new-office": "boolean",
} as const;

/** `[--data DIR] ...`: the options of `serve` and `config`, as the help shows them. */
export const SERVE_USAGE =
  "[--data DIR] [--http HOST:PORT] [--https HOST:PORT|off] [--cert FILE --key FILE] " +
  "[--plain-http loopback|network] [--trusted-proxy ADDRESS[,ADDRESS|NETWORK]] [--public-url URL[,URL]] [--hsts on|off] [--line DEVICE] [--dialect NAME|FILE] " +
  "[--log-level debug|info|warning|error] [--log-file on|off] [--time-zone ZONE] " +
  "[--raw-frame-days N] [--log-days N] [--audit-days N] [--config FILE] [--new-office]";

/** Asks for every setting; with the database's where it is open by then. */
export type Ask = (
  stored: ((key: string) => string | null) | null,
) => Readonly<Record<SettingName, Settled>>;

/**
 * Reads the command line, the environment and the file: the one that `--config` names, or `belltower.json` in
 * the data folder. Throws UsageError and ConfigError.
 */
export async function readSettings(args: readonly string[], io: CommandIo): Promise<Ask> {
  const withoutEnv = { ...io, env: () => undefined };
  const parsed = parseOptions(args, SERVE_OPTIONS, withoutEnv);
  noPositionals(parsed.positionals);
  const { "new-office": _, ...options } = parsed.options;
  const named = options.config ?? io.env("BELLTOWER_CONFIG");
  const from = { options, env: io.env, stored: null };
  const file = named === undefined
    ? await fileIn(settle({ ...from, file: null }).data.value!)
    : await readConfigFile(named, SETTING_NAMES, true);
  return (stored) => settle({ ...from, file, stored });
}

/** Whether it is said that what is in the data folder, or nothing, is the office from now on. Throws UsageError. */
export function saysNewOffice(args: readonly string[], io: CommandIo): boolean {
  return parseOptions(args, SERVE_OPTIONS, io).options["new-office"] === true;
}

/** Which folder it is cannot stand in a file in that folder. */
function fileIn(data: string): Promise<ConfigFile | null> {
  const known = SETTING_NAMES.filter((name) => name !== "data");
  return readConfigFile(`${data}/belltower.json`, known, false);
}
