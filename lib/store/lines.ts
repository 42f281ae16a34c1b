import type { Store } from "./database.ts";

/** A serial line to a switch. `dialect` is a built-in dialect's name, or a whole dialect as JSON. */
export interface Line {
  readonly id: number;
  readonly label: string;
  readonly device: string;
  readonly dialect: string;
}

/** Lines that are to be opened, in the order in which they were made. */
export function linesEnabled(store: Store): Line[] {
  return store.all<Line>(
    "SELECT id, label, device, dialect FROM lines WHERE enabled = 1 ORDER BY id",
  ).map(lineOf);
}

/**
 * The line of this device, made where it was not; its dialect becomes `dialect`. One that is not `enabled` is
 * opened by no server: the calls of a capture are on such a line.
 */
export function ensureLine(store: Store, device: string, dialect: string, enabled = true): Line {
  const row = store.get<Line>(
    `INSERT INTO lines (device, dialect, enabled) VALUES (?, ?, ?)
     ON CONFLICT (device) DO UPDATE SET dialect = excluded.dialect, enabled = excluded.enabled
     RETURNING id, label, device, dialect`,
    device,
    dialect,
    enabled ? 1 : 0,
  );
  return lineOf(row as Line);
}

function lineOf(row: Line): Line {
  return { id: row.id, label: row.label, device: row.device, dialect: row.dialect };
}
