import type { Store } from "./database.ts";
import { AlreadyTaken, NotFound } from "./errors.ts";
import type { Line } from "./lines.ts";

/** A line as an administrator sees it: with whether it is to be open. */
export interface LineSetting extends Line {
  readonly enabled: boolean;
}

export interface LineInput {
  readonly label: string;
  readonly device: string;
  /** A built-in dialect's name, or a whole dialect as JSON. */
  readonly dialect: string;
}

interface LineRow extends Line {
  enabled: number;
}

/** Every line, also those that are not to be open, in the order in which they were made. */
export function lineSettings(store: Store): LineSetting[] {
  return store.all<LineRow>(
    "SELECT id, label, device, dialect, enabled FROM lines ORDER BY id",
  ).map(settingOf);
}

export function lineSetting(store: Store, id: number): LineSetting | null {
  const row = store.get<LineRow>(
    "SELECT id, label, device, dialect, enabled FROM lines WHERE id = ?",
    id,
  );
  return row === undefined ? null : settingOf(row);
}

/** Throws `NotFound`. */
export function requireLine(store: Store, id: number): LineSetting {
  const line = lineSetting(store, id);
  if (line === null) throw new NotFound("line", id);
  return line;
}

/** Throws `AlreadyTaken` when another line has the device. Returns the ID. */
export function createLine(store: Store, input: LineInput): number {
  return store.transaction(() => {
    refuseTaken(store, input.device, null);
    return store.run(
      "INSERT INTO lines (label, device, dialect) VALUES (?, ?, ?)",
      input.label,
      input.device,
      input.dialect,
    ).id;
  });
}

/** Throws `NotFound`, and `AlreadyTaken` when another line has the device. */
export function updateLine(store: Store, id: number, input: LineInput): void {
  store.transaction(() => {
    refuseTaken(store, input.device, id);
    const { changes } = store.run(
      "UPDATE lines SET label = ?, device = ?, dialect = ? WHERE id = ?",
      input.label,
      input.device,
      input.dialect,
      id,
    );
    if (changes === 0) throw new NotFound("line", id);
  });
}

export function enableLine(store: Store, id: number, enabled: boolean): void {
  const { changes } = store.run(
    "UPDATE lines SET enabled = ? WHERE id = ?",
    enabled ? 1 : 0,
    id,
  );
  if (changes === 0) throw new NotFound("line", id);
}

function refuseTaken(store: Store, device: string, id: number | null): void {
  const same = store.get<{ id: number }>("SELECT id FROM lines WHERE device = ?", device);
  if (same !== undefined && same.id !== id) throw new AlreadyTaken("device", device);
}

function settingOf(row: LineRow): LineSetting {
  const { id, label, device, dialect } = row;
  return { id, label, device, dialect, enabled: row.enabled === 1 };
}
