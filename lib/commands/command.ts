import { parseArgs } from "node:util";
import { nearest } from "../domain/nearest.ts";

/** What a command has of the world. */
export interface CommandIo {
  /** Writes to standard output, as it is. */
  out(text: string): void;
  /** Writes bytes to standard output. */
  bytes(part: Uint8Array): void;
  /** Writes a line to standard error. */
  err(line: string): void;
  /** All of standard input. */
  stdin(): Promise<string>;
  env(name: string): string | undefined;
  /** Aborted by SIGINT and SIGTERM from the first call on; until then they end the program at once, as any program. */
  signal(): AbortSignal;
}

/** One word of the command line: `belltower NAME ...`. */
export interface Command {
  /** The arguments, as the help shows them; one line for each form. */
  readonly usage: readonly string[];
  /** What it does, a sentence. */
  readonly summary: string;
  /** Returns the exit status: 0 done, 1 failed. Throws UsageError for 2. */
  run(args: readonly string[], io: CommandIo): Promise<number>;
}

/** The command line is wrong: says what was found and what was expected. The exit status is 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * The options of a command: by name, whether it takes a value (`string`), several by commas or one each time that it is
 * given (`list`), or is a switch (`boolean`).
 */
export type OptionTypes = Readonly<Record<string, keyof OptionValues>>;

interface OptionValues {
  readonly string: string;
  readonly list: readonly string[];
  readonly boolean: boolean;
}

export interface Parsed<Types extends OptionTypes> {
  readonly options: {
    readonly [Name in keyof Types]?: OptionValues[Types[Name]];
  };
  readonly positionals: readonly string[];
}

/**
 * The options and the other words of a command line. An option that is not there comes from the environment as
 * `BELLTOWER_<NAME>` (`--calls-per-minute`: `BELLTOWER_CALLS_PER_MINUTE`); a switch is on there by any value but
 * `0` and the empty one. Throws UsageError for an unknown option, and names the one that was probably meant.
 */
export function parseOptions<Types extends OptionTypes>(
  args: readonly string[],
  types: Types,
  io: CommandIo,
): Parsed<Types> {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(types).map(([name, type]) => [name, {
        type: type === "boolean" ? type : "string" as const,
      }]),
    ),
    strict: false,
    tokens: true,
  });
  const options: Record<string, OptionValues[keyof OptionValues]> = {};
  const lists = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const type = Object.hasOwn(types, token.name) ? types[token.name] : undefined;
    if (type === undefined) throw unknownOption(token.rawName, Object.keys(types));
    if (type !== "boolean" && token.value === undefined) {
      throw new UsageError(`${token.rawName} needs a value`);
    }
    if (type === "boolean" && token.value !== undefined) {
      throw new UsageError(`${token.rawName} is a switch and takes no value`);
    }
    if (type !== "list") options[token.name] = token.value ?? true;
    else lists.set(token.name, [...lists.get(token.name) ?? [], ...listOf(token.value)]);
  }
  for (const [name, values] of lists) options[name] = values;
  for (const [name, type] of Object.entries(types)) {
    const value = io.env(`BELLTOWER_${name.toUpperCase().replaceAll("-", "_")}`);
    if (value === undefined || value === "" || name in options) continue;
    options[name] = type === "boolean" ? value !== "0" : type === "list" ? listOf(value) : value;
  }
  return { options: options as Parsed<Types>["options"], positionals };
}

function listOf(text = ""): string[] {
  return text.split(",").map((one) => one.trim()).filter((one) => one !== "");
}

/** The only positional of a command that takes one; `what` names it in the error. Throws UsageError. */
export function onePositional(positionals: readonly string[], what: string): string {
  const [first, second] = positionals;
  if (first === undefined) throw new UsageError(`${what} is missing`);
  if (second !== undefined) throw new UsageError(`unexpected "${second}" behind "${first}"`);
  return first;
}

/** For a command that takes options only. Throws UsageError. */
export function noPositionals(positionals: readonly string[]): void {
  if (positionals[0] !== undefined) throw new UsageError(`unexpected "${positionals[0]}"`);
}

function unknownOption(found: string, known: readonly string[]): UsageError {
  const near = nearest(found.replace(/^-+/, ""), known);
  const hint = near === null ? "--help tells those that there are" : `did you mean --${near}?`;
  return new UsageError(`there is no option ${found}; ${hint}`);
}
