import type { Customer } from "../domain/customer.ts";
import type { DETAIL_FIELDS } from "../domain/customer_fields.ts";
import { likenessOf } from "../domain/likeness.ts";
import { blockPiece, customerPieces, notePieces } from "../domain/search_pieces.ts";
import { searchedOf } from "../domain/search_query.ts";
import { SELECTED_FOR_SEARCH } from "./customer_texts.ts";
import type { Store } from "./database.ts";
import { noteDuplicates } from "./duplicate_keys.ts";
import { DatabaseRefused } from "./refused.ts";
import { blockOf } from "./search_scan.ts";

/** The columns of a `SearchedRow`. */
const SEARCHED_COLUMNS = `customers.id, ${SELECTED_FOR_SEARCH},
  (SELECT json_group_array(n.normal) FROM customer_numbers AS n
   WHERE n.customer_id = customers.id) AS normals`;

interface SearchedRow extends Pick<Customer, "name" | "company" | (typeof DETAIL_FIELDS)[number]> {
  readonly id: number;
  readonly normals: string;
}

/** Places of contacts begin here; those who were never in contact stand below, in the order of their IDs. */
const FIRST_CONTACT = 2 ** 33;

/**
 * Brings the search up to date with what was changed, at most `limit` customers and as many notes, in one
 * transaction. Returns how many it were: fewer than `limit` says that nothing is waiting any more.
 * One takes up to half a millisecond.
 */
export function indexWaiting(store: Store, limit: number): number {
  if (!isWaiting(store)) return 0;
  return store.transaction(() => {
    const customers = store.all<{ customer_id: number; contacted: number }>(
      "SELECT customer_id, contacted FROM search_queue ORDER BY customer_id LIMIT ?",
      limit,
    );
    for (const { customer_id, contacted } of customers) {
      indexCustomer(store, customer_id, contacted === 1);
      store.run("DELETE FROM search_queue WHERE customer_id = ?", customer_id);
    }
    const notes = store.all<{ consultation_id: number }>(
      "SELECT consultation_id FROM note_queue ORDER BY consultation_id LIMIT ?",
      limit,
    );
    for (const { consultation_id } of notes) {
      indexNote(store, consultation_id);
      store.run("DELETE FROM note_queue WHERE consultation_id = ?", consultation_id);
    }
    return Math.max(customers.length, notes.length);
  });
}

/**
 * The same before a search is answered. A disk that cannot be written leaves the index as it is, and the search is
 * answered by it.
 */
export function indexForSearch(store: Store, limit: number): void {
  try {
    if (!store.readOnly) indexWaiting(store, limit);
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error;
  }
}

/** Whether something was changed of which the search does not know yet. */
export function isWaiting(store: Store): boolean {
  return store.get(
    "SELECT 1 FROM search_queue UNION ALL SELECT 1 FROM note_queue LIMIT 1",
  ) !== undefined;
}

function indexCustomer(store: Store, id: number, contacted: boolean): void {
  const before = store.get<{ place: number }>(
    "SELECT place FROM customer_places WHERE customer_id = ?",
    id,
  );
  if (before !== undefined) {
    store.run("DELETE FROM customer_words WHERE rowid = ?", before.place);
    store.run("DELETE FROM customer_places WHERE customer_id = ?", id);
  }
  const row = store.get<SearchedRow>(
    `SELECT ${SEARCHED_COLUMNS} FROM customers WHERE customers.id = ?`,
    id,
  );
  if (row === undefined) return;
  const searched = searchedOf(row, JSON.parse(row.normals));
  const place = contacted ? nextPlace(store) : before?.place ?? id;
  const { name, sound, email } = likenessOf(row);
  store.run(
    `INSERT INTO customer_places (customer_id, place, name_key, sound_key, email_key)
     VALUES (?, ?, ?, ?, ?)`,
    id,
    place,
    name,
    sound,
    email,
  );
  store.run(
    "INSERT INTO customer_words (rowid, words) VALUES (?, ?)",
    place,
    customerPieces(searched),
  );
  noteDuplicates(store, id, { name, sound, email, numbers: searched.numbers });
}

function nextPlace(store: Store): number {
  const { place } = store.get<{ place: number | null }>(
    "SELECT max(place) AS place FROM customer_places",
  ) ?? { place: null };
  return Math.max(FIRST_CONTACT, (place ?? 0) + 1);
}

function indexNote(store: Store, id: number): void {
  store.run("DELETE FROM note_words WHERE rowid = ?", id);
  const note = store.get<{ text: string }>("SELECT text FROM consultations WHERE id = ?", id);
  if (note === undefined || note.text === "") return;
  const pieces = `${notePieces(note.text)} ${blockPiece(blockOf(id))}`;
  store.run("INSERT INTO note_words (rowid, words) VALUES (?, ?)", id, pieces);
}
