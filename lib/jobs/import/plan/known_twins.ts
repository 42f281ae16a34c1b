import type { Store } from "../../../store/database.ts";
import {
  type Twin,
  twinsByField,
  twinsByLikeness,
  twinsByNames,
  twinsByNumbers,
} from "../../../store/import_batch.ts";
import { nameLikeness } from "../../../domain/likeness.ts";
import type { ReadRow } from "../rows/read_row.ts";

/** Customers who are there already and have something in common with rows. */
export interface Known {
  /** By a number's normal form. */
  readonly byNumber: ReadonlyMap<string, readonly Twin[]>;
  /** Those without a number in the file, by `nameKey`. */
  readonly byName: ReadonlyMap<string, readonly Twin[]>;
  /** Those with one, by the row that is like them in name and company. */
  readonly namesakes: ReadonlyMap<ReadRow, readonly Twin[]>;
  /** By the value of the office's own field that is the key. */
  readonly byKey: ReadonlyMap<string, readonly Twin[]>;
}

export const NOBODY: Known = {
  byNumber: new Map(),
  byName: new Map(),
  namesakes: new Map(),
  byKey: new Map(),
};

/** Who is known to have a number of these rows, or the name and the company of one. */
export function knownTo(store: Store, rows: readonly ReadRow[], keyField: number | null): Known {
  const numbers = rows.flatMap(({ customer }) => customer.numbers.map(({ normal }) => normal));
  const names = rows.filter(({ customer }) => customer.numbers.length === 0)
    .map(({ customer }) => customer.texts.name ?? "");
  return {
    byNumber: twinsByNumbers(store, [...new Set(numbers)]),
    byName: names.length === 0 ? NOBODY.byName : twinsByNames(store, [...new Set(names)]),
    namesakes: namesakesOf(store, rows),
    byKey: keyField === null ? NOBODY.byKey : twinsByField(store, keyField, keysOf(rows, keyField)),
  };
}

function keysOf(rows: readonly ReadRow[], field: number): string[] {
  const keys = rows.map((read) => keyOf(read, field)).filter((key) => key !== null);
  return [...new Set(keys)];
}

/** What a row has in the office's own field that is the key; null where it has nothing there. */
export function keyOf({ customer }: ReadRow, field: number): string | null {
  return customer.custom.find(([id]) => id === field)?.[1] ?? null;
}

function namesakesOf(store: Store, rows: readonly ReadRow[]): Map<ReadRow, readonly Twin[]> {
  const keys = new Map<ReadRow, number>();
  for (const read of rows) {
    const { texts: { name = "", company = "" }, numbers } = read.customer;
    const key = numbers.length === 0 || company === "" ? 0 : nameLikeness({ name, company });
    if (key !== 0) keys.set(read, key);
  }
  const found = twinsByLikeness(store, [...new Set(keys.values())]);
  const namesakes = new Map<ReadRow, readonly Twin[]>();
  for (const [read, key] of keys) {
    const twins = found.get(key);
    if (twins !== undefined) namesakes.set(read, twins);
  }
  return namesakes;
}

/** What customers without numbers are compared by, exactly. */
export function nameKey({ name = "", company = "" }: { name?: string; company?: string }): string {
  return `${name}\n${company}`;
}
