import { isUnread } from "../domain/compared_number.ts";
import type { Store } from "./database.ts";

/** Why two customers may be one. */
export type DuplicateKind = "number" | "email" | "name" | "similar";

interface Keys {
  readonly name: number;
  readonly sound: number;
  readonly email: number;
  readonly numbers: readonly string[];
}

/** Notes down what a customer has in common with others; each question is answered by an index. */
export function noteDuplicates(store: Store, id: number, keys: Keys): void {
  for (const number of keys.numbers) {
    // That two have `모름` in common says nothing.
    if (isUnread(number)) continue;
    const shared = store.get(
      "SELECT 1 FROM customer_numbers WHERE normal = ? AND customer_id <> ? LIMIT 1",
      number,
      id,
    );
    if (shared !== undefined) noteKey(store, "number", number);
  }
  // Zero is nothing to compare; the partial indexes are asked only where it is said in the statement too.
  if (keys.email !== 0 && hasSameEmail(store, id, keys)) noteKey(store, "email", `${keys.email}`);
  if (keys.name !== 0 && hasSameName(store, id, keys)) noteKey(store, "name", `${keys.name}`);
  if (keys.sound !== 0 && hasSameSound(store, id, keys)) {
    noteKey(store, "similar", `${keys.sound}`);
  }
}

function hasSameEmail(store: Store, id: number, { email }: Keys): boolean {
  return store.get(
    `SELECT 1 FROM customer_places
     WHERE email_key = ? AND email_key <> 0 AND customer_id <> ? LIMIT 1`,
    email,
    id,
  ) !== undefined;
}

function hasSameName(store: Store, id: number, { name }: Keys): boolean {
  return store.get(
    `SELECT 1 FROM customer_places
     WHERE name_key = ? AND name_key <> 0 AND customer_id <> ? LIMIT 1`,
    name,
    id,
  ) !== undefined;
}

function hasSameSound(store: Store, id: number, { sound, name }: Keys): boolean {
  return store.get(
    `SELECT 1 FROM customer_places
     WHERE sound_key = ? AND sound_key <> 0 AND customer_id <> ? AND name_key <> ? LIMIT 1`,
    sound,
    id,
    name,
  ) !== undefined;
}

function noteKey(store: Store, kind: DuplicateKind, key: string): void {
  store.run(
    "INSERT INTO duplicate_keys (kind, key) VALUES (?, ?) ON CONFLICT (kind, key) DO NOTHING",
    kind,
    key,
  );
}
