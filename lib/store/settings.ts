import type { Store } from "./database.ts";

/** A setting as it was stored, or null where nobody has set it. */
export function setting(store: Store, key: string): string | null {
  return store.get<{ value: string }>("SELECT value FROM settings WHERE key = ?", key)?.value ??
    null;
}

export function setSetting(store: Store, key: string, value: string): void {
  store.run(
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    key,
    value,
  );
}
