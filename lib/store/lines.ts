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

/** The line of this device, made or enabled where it was not; its dialect becomes `dialect`. */
export function ensureLine(store: Store, device: string, dialect: string): Line {
  const row = store.get<Line>(
    `INSERT INTO lines (device, dialect) VALUES (?, ?)
     ON CONFLICT (device) DO UPDATE SET dialect = excluded.dialect, enabled = 1
     RETURNING id, label, device, dialect`,
    device,
    dialect,
  );
  return lineOf(row as Line);
}

function lineOf(row: Line): Line {
  return { id: row.id, label: row.label, device: row.device, dialect: row.dialect };
}
