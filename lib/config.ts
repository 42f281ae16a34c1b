import type { Network } from "./domain/network.ts";
import { type Dialect, DialectError, parseDialect } from "./switches/pbx416/dialect/dialect.ts";

/** Everything that can be decided before the server starts, decided. */
export interface Config {
  /** The folder of the database; nothing is written elsewhere. */
  readonly data: string;
  readonly http: Address;
  /** Whether plain HTTP answers the whole network; else all but this machine are led to HTTPS. */
  readonly plainHttp: "loopback" | "network";
  /** Null where there is none. */
  readonly https: HttpsConfig | null;
  /** Proxies whose word counts for the address of who asks and for TLS in front of them; without it, nobody's does. */
  readonly trustedProxies?: readonly Network[];
  /** `https://belltower.office.example`: by which people come, besides the machine's names; the first is for links. */
  readonly publicUrls?: readonly string[];
  /** The device of the first line, null where the database alone says which lines there are. */
  readonly line: { readonly device: string; readonly dialect: DialectChoice } | null;
}

export interface Address {
  readonly hostname: string;
  readonly port: number;
}

export interface HttpsConfig extends Address {
  /** Nobody asked for it: where the address is taken, the server goes on without. */
  readonly byDefault: boolean;
  /** The office's own files, in PEM; null has certificates made. */
  readonly files: { readonly certificate: string; readonly key: string } | null;
  /** Whether browsers are told to come by HTTPS only, for half a year. */
  readonly hsts: boolean;
}

/** `stored` is what the database keeps: a built-in name, or the whole dialect as JSON. */
export interface DialectChoice {
  readonly dialect: Dialect;
  readonly stored: string;
}

/** A value that cannot be used: says the option, the value and what was expected. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/**
 * `HOST:PORT` -> its parts; an IPv6 address stands in brackets. `option` is named in the error.
 * Throws ConfigError.
 */
export function parseAddress(option: string, text: string): Address {
  const found = /^(?:\[([0-9a-fA-F:.]+)\]|([^:\s]+)):(\d{1,5})$/.exec(text);
  const port = Number(found?.[3]);
  if (found === null || port > 65535) {
    throw new ConfigError(`--${option} ${text}: expected HOST:PORT, such as 127.0.0.1:8416`);
  }
  return { hostname: found[1] ?? found[2]!, port };
}

/**
 * The dialect named `name`: a built-in one, or the path of an installer's JSON file.
 * Throws ConfigError where there is neither or what the file says cannot be used.
 */
export async function loadDialect(name: string): Promise<DialectChoice> {
  if (/^[\w-]+$/.test(name)) return { dialect: usable(name, name), stored: name };
  let text: string;
  try {
    text = await Deno.readTextFile(name);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`--dialect ${name}: the file cannot be read (${why})`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ConfigError(`--dialect ${name}: not JSON (${error.message})`);
  }
  const dialect = usable(name, json);
  return { dialect, stored: JSON.stringify(dialect) };
}

function usable(name: string, json: unknown): Dialect {
  try {
    return parseDialect(json);
  } catch (error) {
    if (!(error instanceof DialectError)) throw error;
    throw new ConfigError(`--dialect ${name}: ${error.message}`);
  }
}

/** Where the data is kept by default, on this system, for this user. `env` reads the environment. */
export function defaultDataFolder(env: (name: string) => string | undefined): string {
  const home = env("HOME") ?? ".";
  switch (Deno.build.os) {
    case "windows":
      return `${env("ProgramData") ?? "C:\\ProgramData"}\\Belltower`;
    case "darwin":
      return `${home}/Library/Application Support/Belltower`;
    default:
      return Deno.uid() === 0
        ? "/var/lib/belltower"
        : `${env("XDG_DATA_HOME") ?? `${home}/.local/share`}/belltower`;
  }
}
