import type { Store } from "./database.ts";

/** The ID of the extension from which this person has chosen to dial; null where they have not, or it is gone. */
export function dialsFrom(store: Store, staffId: number): number | null {
  return store.get<{ dials_from: number | null }>(
    "SELECT dials_from FROM staff WHERE id = ?",
    staffId,
  )?.dials_from ?? null;
}

export function setDialsFrom(store: Store, staffId: number, extensionId: number): void {
  store.run("UPDATE staff SET dials_from = ? WHERE id = ?", extensionId, staffId);
}
