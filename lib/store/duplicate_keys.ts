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
    const shared = store.get(
      "SELECT 1 FROM customer_numbers WHERE normal = ? AND customer_id <> ? LIMIT 1",
      number,
      id,
    );
    if (shared !== undefined) noteKey(store, "number", number);
  }
  const others = keysOfOthers(store, id, keys);
  if (others.email) noteKey(store, "email", String(keys.email));
  if (others.name) noteKey(store, "name", String(keys.name));
  if (others.sound) noteKey(store, "similar", String(keys.sound));
}

function keysOfOthers(
  store: Store,
  id: number,
  { name, sound, email }: Keys,
): { readonly name: boolean; readonly sound: boolean; readonly email: boolean } {
  const row = store.get<{ name: number; sound: number; email: number }>(
    // Zero is nothing to compare; it is said twice so that the partial indexes are used.
    `SELECT
       EXISTS (SELECT 1 FROM customer_places
         WHERE name_key = ?1 AND name_key <> 0 AND customer_id <> ?4) AS name,
       EXISTS (SELECT 1 FROM customer_places
         WHERE sound_key = ?2 AND sound_key <> 0 AND customer_id <> ?4 AND name_key <> ?1) AS sound,
       EXISTS (SELECT 1 FROM customer_places
         WHERE email_key = ?3 AND email_key <> 0 AND customer_id <> ?4) AS email`,
    name,
    sound,
    email,
    id,
  );
  return { name: row?.name === 1, sound: row?.sound === 1, email: row?.email === 1 };
}

function noteKey(store: Store, kind: DuplicateKind, key: string): void {
  store.run(
    "INSERT INTO duplicate_keys (kind, key) VALUES (?, ?) ON CONFLICT (kind, key) DO NOTHING",
    kind,
    key,
  );
}
