import { ConfigError } from "../config.ts";
import { nearest } from "../domain/nearest.ts";

export interface ConfigFile {
  readonly path: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Reads a file of settings: a JSON object whose keys are among `known`. Null where there is no file and none
 * is `required`. Throws ConfigError with the key that is wrong, and the one that was probably meant.
 */
export async function readConfigFile(
  path: string,
  known: readonly string[],
  required: boolean,
): Promise<ConfigFile | null> {
  const text = await read(path, required);
  if (text === null) return null;
  const entries = Object.entries(parse(path, text)).map(([key, value]) => {
    if (!known.includes(key)) throw unknownKey(path, key, known);
    if (typeof value === "string" || typeof value === "number") return [key, String(value)];
    throw new ConfigError(
      `${path}: ${key} is ${JSON.stringify(value)}; expected a text or a number`,
    );
  });
  return { path, values: Object.fromEntries(entries) };
}

async function read(path: string, required: boolean): Promise<string | null> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound && !required) return null;
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`${path} cannot be read (${why})`);
  }
}

function parse(path: string, text: string): object {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ConfigError(`${path}: not JSON (${error.message})`);
  }
  if (typeof json === "object" && json !== null && !Array.isArray(json)) return json;
  throw new ConfigError(`${path}: expected an object such as {"http": "0.0.0.0:8416"}`);
}

function unknownKey(path: string, key: string, known: readonly string[]): ConfigError {
  const near = nearest(key, known);
  const hint = near === null ? `expected one of ${known.join(", ")}` : `did you mean "${near}"?`;
  return new ConfigError(`${path}: there is no setting "${key}"; ${hint}`);
}
