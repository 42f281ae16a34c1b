import type { Language } from "../domain/staff.ts";
import type { Store } from "./database.ts";

/** A screen on the wall. Times are ms since the epoch, UTC. */
export interface WallScreen {
  readonly id: number;
  readonly label: string;
  readonly language: Language;
  readonly createdAt: number;
  readonly createdBy: string;
  /** When it was last heard of; null where its link was never opened. */
  readonly seenAt: number | null;
}

const COLUMNS = `wall_screens.id, wall_screens.label, wall_screens.language,
  wall_screens.created_at AS createdAt, staff.name AS createdBy, wall_screens.seen_at AS seenAt`;

/** Every screen, the newest first. */
export function listWallScreens(store: Store): WallScreen[] {
  return store.all<WallScreen>(
    `SELECT ${COLUMNS} FROM wall_screens JOIN staff ON staff.id = wall_screens.created_by
     ORDER BY wall_screens.id DESC`,
  );
}

/** The screen that a link's token opens; `tokenHash` is its SHA-256. Null for one that was ended. */
export function wallScreenByHash(store: Store, tokenHash: Uint8Array): WallScreen | null {
  return store.get<WallScreen>(
    `SELECT ${COLUMNS} FROM wall_screens JOIN staff ON staff.id = wall_screens.created_by
     WHERE wall_screens.token_hash = ?`,
    tokenHash,
  ) ?? null;
}

export function createWallScreen(
  store: Store,
  screen: { readonly tokenHash: Uint8Array; readonly label: string; readonly language: Language },
  by: number,
  now: number,
): void {
  store.run(
    `INSERT INTO wall_screens (token_hash, label, language, created_at, created_by)
     VALUES (?, ?, ?, ?, ?)`,
    screen.tokenHash,
    screen.label,
    screen.language,
    now,
    by,
  );
}

/** Notes that the screen is there. It is a write to the disk: once a minute is enough. */
export function touchWallScreen(store: Store, id: number, now: number): void {
  store.run("UPDATE wall_screens SET seen_at = ? WHERE id = ?", now, id);
}

/** Ends a screen's link; returns the hash of its token, null where there was none. */
export function endWallScreen(store: Store, id: number): Uint8Array | null {
  const row = store.get<{ token_hash: Uint8Array }>(
    "DELETE FROM wall_screens WHERE id = ? RETURNING token_hash",
    id,
  );
  return row?.token_hash ?? null;
}
