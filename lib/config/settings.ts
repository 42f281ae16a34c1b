import { ConfigError, defaultDataFolder } from "../config.ts";
import { parseProxies } from "../domain/trusted_proxies.ts";
import { parsePublicUrls } from "../domain/public_url.ts";
import { isTimeZone, USUAL_TIME_ZONE } from "../domain/time_zone.ts";

/** Something that can be set, and where. */
export interface Setting {
  /** As an option; the environment has it as `BELLTOWER_<NAME>`, the file as it stands here. */
  readonly name: string;
  /** The key under which the database has it; null where it is needed before the database is open. */
  readonly stored: string | null;
  /** What counts where nobody has said anything; null is nothing. `env` reads the environment. */
  readonly fallback: (env: (name: string) => string | undefined) => string | null;
  /** What is expected, where `value` cannot be used; null where it can. Absent where its reader checks it. */
  readonly wrong?: (value: string) => string | null;
}

const oneOf = (...words: string[]) => (value: string) =>
  words.includes(value) ? null : words.join(", ");

/** What `belltower serve` can be told, in the order in which `belltower config` shows it. */
export const SETTINGS = [
  { name: "data", stored: null, fallback: (env) => defaultDataFolder(env) },
  { name: "http", stored: null, fallback: () => "127.0.0.1:8416" },
  { name: "https", stored: null, fallback: () => "0.0.0.0:8443" },
  { name: "cert", stored: null, fallback: () => null },
  { name: "key", stored: null, fallback: () => null },
  {
    name: "plain-http",
    stored: null,
    fallback: () => "loopback",
    wrong: oneOf("loopback", "network"),
  },
  { name: "trusted-proxy", stored: null, fallback: () => null, wrong: wrongProxies },
  { name: "public-url", stored: null, fallback: () => null, wrong: wrongUrls },
  { name: "hsts", stored: null, fallback: () => "off", wrong: oneOf("on", "off") },
  { name: "line", stored: null, fallback: () => null },
  { name: "dialect", stored: null, fallback: () => null },
  {
    name: "log-level",
    stored: null,
    fallback: () => "info",
    wrong: oneOf("debug", "info", "warning", "error"),
  },
  { name: "log-file", stored: null, fallback: () => "on", wrong: oneOf("on", "off") },
  { name: "time-zone", stored: "time_zone", fallback: () => USUAL_TIME_ZONE, wrong: wrongTimeZone },
  { name: "raw-frame-days", stored: "raw_frame_days", fallback: () => "30", wrong: wrongDays },
  { name: "log-days", stored: "log_days", fallback: () => "30", wrong: wrongDays },
  { name: "audit-days", stored: "audit_days", fallback: () => "730", wrong: wrongDays },
] as const satisfies readonly Setting[];

export type SettingName = typeof SETTINGS[number]["name"];

/** A value, and in words where it comes from. */
export interface Settled {
  readonly value: string | null;
  readonly source: string;
}

const IN_DATABASE = "database";
const BY_DEFAULT = "default";

/** Where values may come from, the strongest first. */
export interface Sources {
  readonly options: Readonly<Partial<Record<string, string>>>;
  readonly env: (name: string) => string | undefined;
  readonly file:
    | { readonly path: string; readonly values: Readonly<Record<string, string>> }
    | null;
  /** The database's settings; null where it is not open. */
  readonly stored: ((key: string) => string | null) | null;
}

/**
 * Every setting: from the options, the environment, the file, the database, or what counts otherwise.
 * Throws ConfigError with the place of a value that cannot be used.
 */
export function settle(from: Sources): Readonly<Record<SettingName, Settled>> {
  const all = SETTINGS.map((setting: Setting) => {
    const settled = find(setting, from);
    const expected = settled.value === null ? null : setting.wrong?.(settled.value) ?? null;
    if (expected === null) return [setting.name, settled];
    throw new ConfigError(
      `${setting.name} ${settled.value} (${settled.source}): expected ${expected}`,
    );
  });
  return Object.fromEntries(all);
}

function find({ name, stored, fallback }: Setting, from: Sources): Settled {
  const option = from.options[name];
  if (option !== undefined) return { value: option, source: `option --${name}` };
  const variable = `BELLTOWER_${name.toUpperCase().replaceAll("-", "_")}`;
  const inEnv = from.env(variable) ?? "";
  if (inEnv !== "") return { value: inEnv, source: `environment ${variable}` };
  const inFile = from.file?.values[name];
  if (inFile !== undefined) return { value: inFile, source: `file ${from.file?.path}` };
  const inDatabase = stored === null ? null : from.stored?.(stored) ?? null;
  if (inDatabase !== null) return { value: inDatabase, source: IN_DATABASE };
  return { value: fallback(from.env), source: BY_DEFAULT };
}

function wrongProxies(value: string): string | null {
  return parseProxies(value) === null
    ? "addresses or networks such as 127.0.0.1,10.0.0.0/24"
    : null;
}

function wrongUrls(value: string): string | null {
  return parsePublicUrls(value) === null ? "a URL such as https://belltower.office.example" : null;
}

function wrongTimeZone(value: string): string | null {
  return isTimeZone(value) ? null : "a time zone such as Asia/Seoul";
}

function wrongDays(value: string): string | null {
  return /^[1-9]\d{0,3}$/.test(value) ? null : "1 to 9999";
}

/**
 * The settings that the web could change too and that stand in a stronger place, by their key in the database; `line`
 * is the device that is opened at every start.
 */
export function fixedSettings(
  settled: Readonly<Record<SettingName, Settled>>,
): Readonly<Record<string, { readonly value: string; readonly source: string }>> {
  const fixed = SETTINGS.flatMap(({ name, stored }) => {
    const { value, source } = settled[name];
    const key = name === "line" ? name : stored;
    if (key === null || value === null || source === IN_DATABASE || source === BY_DEFAULT) {
      return [];
    }
    return [[key, { value, source }] as const];
  });
  return Object.fromEntries(fixed);
}
