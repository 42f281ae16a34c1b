import type { z } from "zod";
import { DIALECT_416 } from "./dialect_416.ts";
import { type Dialect, dialectShape } from "./dialect_shape.ts";

export type { Dialect };

/** The dialects that are built in, by name. */
export const DIALECTS: Readonly<Record<string, Dialect>> = {
  "416": DIALECT_416,
  "416-19200": {
    ...DIALECT_416,
    name: "416-19200",
    serial: { ...DIALECT_416.serial, baudRate: 19200 },
  },
};

/** Each of `problems` is a sentence with the path, the value and what was expected. */
export class DialectError extends Error {
  override readonly name = "DialectError";
  constructor(readonly problems: readonly string[]) {
    super(`The dialect cannot be used. ${problems.join(" ")}`);
  }
}

/**
 * A dialect out of `json`: the name of a built-in one, a whole dialect, or only what differs from a built-in
 * one with `"extends": "416"`. There, objects are taken over key by key, lists as a whole, and a `null` takes
 * a message or a reason letter away. Throws DialectError; an unknown key is refused.
 */
export function parseDialect(json: unknown): Dialect {
  if (typeof json === "string") return builtIn(json, "The dialect");
  const whole = isObject(json) && "extends" in json ? extended(json) : json;
  const result = dialectShape.safeParse(whole);
  if (result.success) return result.data;
  throw new DialectError(result.error.issues.flatMap((issue) => sentences(issue, whole)));
}

function builtIn(name: unknown, where: string): Dialect {
  const found = typeof name === "string" && Object.hasOwn(DIALECTS, name)
    ? DIALECTS[name]
    : undefined;
  if (found !== undefined) return found;
  const known = Object.keys(DIALECTS).join(", ");
  throw new DialectError([`${where}: ${show(name)} where one of ${known} was expected.`]);
}

function extended(json: Record<string, unknown>): unknown {
  const { extends: base, ...changes } = json;
  const start = builtIn(base, "extends");
  return merged({ ...start, name: `${start.name} (changed)` }, changes);
}

function merged(base: Record<string, unknown>, changes: Record<string, unknown>): object {
  const entries = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(changes)) {
    const old = entries.get(key);
    if (value === null) entries.delete(key);
    else entries.set(key, isObject(old) && isObject(value) ? merged(old, value) : value);
  }
  return Object.fromEntries(entries);
}

function sentences(issue: z.core.$ZodIssue, whole: unknown): string[] {
  const where = issue.path.length === 0 ? "The dialect" : issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => `${[...issue.path, key].join(".")}: no such setting.`);
  }
  const value = issue.path.reduce<unknown>(
    (at, key) => isObject(at) || Array.isArray(at) ? Reflect.get(at, key) : undefined,
    whole,
  );
  const expected = issue.code === "invalid_key" ? "a key of one letter" : issue.message;
  return [`${where}: ${show(value)} where ${expected} was expected.`];
}

function show(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
