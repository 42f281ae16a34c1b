import { type Call, stationsOf, type ToldCall } from "../domain/call.ts";
import { type Extension, extensionName } from "../domain/extension.ts";
import type { Store } from "./database.ts";

/**
 * SQL of the extension that a number on a line is, its ID: that of the line itself, else that of every line; null where
 * nobody entered one. Whose call it is, who hears of it and who may dial is decided by this alone.
 */
export function extensionAt(line: string, number: string): string {
  return `(SELECT at.id FROM extensions AS at
    WHERE at.number = ${number} AND (at.line_id = ${line} OR at.line_id IS NULL)
    ORDER BY at.line_id IS NULL LIMIT 1)`;
}

/** SQL of whose that extension is; null for nobody's. */
export function ownerAt(line: string, number: string): string {
  return `(SELECT staff_id FROM extensions WHERE id = ${extensionAt(line, number)})`;
}

/** Which extension a number on a call is; null where it is none. */
export interface ExtensionOn {
  (call: Pick<Call, "line">, number: string | null): Pick<Extension, "id" | "staffId"> | null;
}

/** The extensions that these calls rang or were at: one question, however many calls. */
export function extensionsOn(
  store: Store,
  calls: readonly Pick<ToldCall, "line" | "connections">[],
): ExtensionOn {
  const places = calls.flatMap((call) =>
    stationsOf(call).map((number) => ({ line: call.line, number }))
  );
  const rows = store.all<{ line: number; number: string; id: number; staffId: number | null }>(
    `SELECT place.line, place.number, extensions.id, extensions.staff_id AS staffId
     FROM (SELECT DISTINCT value ->> 'line' AS line, value ->> 'number' AS number FROM json_each(?)) AS place
     JOIN extensions ON extensions.id = ${extensionAt("place.line", "place.number")}`,
    JSON.stringify(places),
  );
  const found = new Map(rows.map((row) => [extensionName(row), row]));
  return ({ line }, number) =>
    number === null ? null : found.get(extensionName({ line, number })) ?? null;
}

/** Whose a number on this call is, by the ID of the person. It is looked up when it is asked for first. */
export function ownersOn(
  store: Store,
  call: Pick<ToldCall, "line" | "connections">,
): (number: string | null) => number | null {
  let found: ExtensionOn | null = null;
  return (number) => {
    found ??= extensionsOn(store, [call]);
    return found(call, number)?.staffId ?? null;
  };
}

/** The lines on which this extension is the one of its number, by their IDs. */
export function linesOf(store: Store, { id, number }: Pick<Extension, "id" | "number">): number[] {
  return store.all<{ id: number }>(
    `SELECT id FROM lines WHERE ${extensionAt("lines.id", "?1")} = ?2 ORDER BY id`,
    number,
    id,
  ).map((line) => line.id);
}

/** The lines on which its number is another extension, or none, by their IDs. */
export function linesWithout(
  store: Store,
  { id, number }: Pick<Extension, "id" | "number">,
): number[] {
  return store.all<{ id: number }>(
    `SELECT id FROM lines WHERE ${extensionAt("lines.id", "?1")} IS NOT ?2`,
    number,
    id,
  ).map((line) => line.id);
}

/** Who has an operator's phone on this line, by their IDs. */
export function operatorsOf(store: Store, line: number): number[] {
  return store.all<{ staff_id: number }>(
    `SELECT DISTINCT staff_id FROM extensions
     WHERE kind = 'operator' AND staff_id IS NOT NULL AND id = ${
      extensionAt("?1", "extensions.number")
    }`,
    line,
  ).map((row) => row.staff_id);
}
