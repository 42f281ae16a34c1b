import type { TextField } from "../domain/customer_fields.ts";
import { type Likeness, likenessOf } from "../domain/likeness.ts";
import { customerPieces } from "../domain/search_pieces.ts";
import { searchedOf } from "../domain/search_query.ts";
import type { Store } from "./database.ts";

/** By what a new customer is found, and compared with others. */
export interface SearchEntry extends Likeness {
  readonly words: string;
}

/** Needs no database: made before the write lock is taken. `numbers` are in normal form. */
export function searchEntryOf(
  said: Readonly<Record<TextField, string>>,
  numbers: readonly string[],
): SearchEntry {
  return { words: customerPieces(searchedOf(said, numbers)), ...likenessOf(said) };
}

/**
 * Does for many new customers, whose IDs follow `first`, what `indexWaiting` does for one after the other, in a
 * fifth of the time; all but their words. To be called in the transaction that stored them.
 */
export function noteNewCustomers(
  store: Store,
  first: number,
  entries: readonly SearchEntry[],
): void {
  const last = first + entries.length - 1;
  store.run(
    `INSERT INTO customer_places (customer_id, place, name_key, sound_key, email_key)
     SELECT ?1 + it.key, ?1 + it.key, it.value ->> 0, it.value ->> 1, it.value ->> 2
     FROM json_each(?2) AS it`,
    first,
    JSON.stringify(entries.map(({ name, sound, email }) => [name, sound, email])),
  );
  for (const sql of SHARED) store.run(sql, first, last);
  store.run("DELETE FROM search_queue WHERE customer_id BETWEEN ? AND ?", first, last);
}

/**
 * Makes new customers, whose IDs follow `first`, found by their words. Once for each transaction and last in it: the
 * index writes all that it has gathered with every other statement that might fail half-way.
 */
export function indexWords(store: Store, first: number, entries: readonly SearchEntry[]): void {
  store.run(
    `INSERT INTO customer_words (rowid, words)
     SELECT ? + it.key, it.value FROM json_each(?) AS it`,
    first,
    JSON.stringify(entries.map(({ words }) => words)),
  );
}

/** What these customers have in common with anybody, as `noteDuplicates` notes it for one. */
const SHARED = [
  `INSERT OR IGNORE INTO duplicate_keys (kind, key)
   SELECT 'number', own.normal FROM customer_numbers AS own
   WHERE own.customer_id BETWEEN ? AND ? AND EXISTS (
     SELECT 1 FROM customer_numbers AS other
     WHERE other.normal = own.normal AND other.customer_id <> own.customer_id)`,
  `INSERT OR IGNORE INTO duplicate_keys (kind, key)
   SELECT 'email', CAST(own.email_key AS TEXT) FROM customer_places AS own
   WHERE own.customer_id BETWEEN ? AND ? AND own.email_key <> 0 AND EXISTS (
     SELECT 1 FROM customer_places AS other WHERE other.email_key = own.email_key
       AND other.email_key <> 0 AND other.customer_id <> own.customer_id)`,
  `INSERT OR IGNORE INTO duplicate_keys (kind, key)
   SELECT 'name', CAST(own.name_key AS TEXT) FROM customer_places AS own
   WHERE own.customer_id BETWEEN ? AND ? AND own.name_key <> 0 AND EXISTS (
     SELECT 1 FROM customer_places AS other WHERE other.name_key = own.name_key
       AND other.name_key <> 0 AND other.customer_id <> own.customer_id)`,
  `INSERT OR IGNORE INTO duplicate_keys (kind, key)
   SELECT 'similar', CAST(own.sound_key AS TEXT) FROM customer_places AS own
   WHERE own.customer_id BETWEEN ? AND ? AND own.sound_key <> 0 AND EXISTS (
     SELECT 1 FROM customer_places AS other WHERE other.sound_key = own.sound_key
       AND other.sound_key <> 0 AND other.customer_id <> own.customer_id
       AND other.name_key <> own.name_key)`,
] as const;
