import type { Store } from "./database.ts";

/** A setting as it was stored, or null where nobody has set it. */
export function setting(store: Store, key: string): string | null {
  return store.get<{ value: string }>("SELECT value FROM settings WHERE key = ?", key)?.value ??
    null;
}

/** What is stored of these settings, by key, in one question; those that nobody has set are not there. */
export function settings(store: Store, keys: readonly string[]): Map<string, string> {
  const rows = store.all<{ key: string; value: string }>(
    "SELECT key, value FROM settings WHERE key IN (SELECT value FROM json_each(?))",
    JSON.stringify(keys),
  );
  return new Map(rows.map(({ key, value }) => [key, value]));
}

/** The one way to write a setting. */
export function setSetting(store: Store, key: string, value: string): void {
  store.run(
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    key,
    value,
  );
  written.set(store.connection, (written.get(store.connection) ?? 0) + 1);
}

/** How many settings were written, by connection. */
const written = new WeakMap<object, number>();

/**
 * Names the state of the settings, without asking the database: what was read of them holds as long as this is the same.
 * What another process writes is in it when this one writes a setting, too: the server does every 2 s (health.ts).
 */
export function settingsState(store: Store): string {
  // What was read in a transaction that was rolled back never was.
  return `${written.get(store.connection) ?? 0} ${store.undone}`;
}
