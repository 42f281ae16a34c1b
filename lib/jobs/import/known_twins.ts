import type { Store } from "../../store/database.ts";
import { type Twin, twinsByNames, twinsByNumbers } from "../../store/import_batch.ts";
import type { ReadRow } from "./read_row.ts";

/** Customers who are there already and have something in common with rows. */
export interface Known {
  /** By a number's normal form. */
  readonly byNumber: ReadonlyMap<string, readonly Twin[]>;
  /** By `nameKey`. */
  readonly byName: ReadonlyMap<string, readonly Twin[]>;
}

export const NOBODY: Known = { byNumber: new Map(), byName: new Map() };

/** Who is known to have a number of these rows, or the name and the company of one. */
export function knownTo(store: Store, rows: readonly ReadRow[]): Known {
  const numbers = rows.flatMap(({ customer }) => customer.numbers.map(({ normal }) => normal));
  // With numbers a name alone says nothing.
  const names = rows.filter(({ customer: { numbers, texts } }) =>
    numbers.length === 0 || texts.company !== undefined
  ).map(({ customer }) => customer.texts.name ?? "");
  return {
    byNumber: twinsByNumbers(store, [...new Set(numbers)]),
    byName: names.length === 0 ? NOBODY.byName : twinsByNames(store, [...new Set(names)]),
  };
}

/** What customers without numbers are compared by, exactly. */
export function nameKey({ name = "", company = "" }: { name?: string; company?: string }): string {
  return `${name}\n${company}`;
}
