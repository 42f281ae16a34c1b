import type { Store } from "./database.ts";

/** What the office says of a trunk: its own number (which was called) and a name for it; both may be empty. */
export interface Trunk {
  readonly lineId: number;
  readonly trunk: string;
  readonly label: string;
  readonly number: string;
}

/** Every trunk of which something was said, of all lines. */
export function trunksDescribed(store: Store): Trunk[] {
  return store.all<Trunk>(
    "SELECT line_id AS lineId, trunk, label, number FROM trunks ORDER BY line_id, trunk",
  );
}

/** What the office says of one trunk; null where it has said nothing. */
export function trunkOf(store: Store, lineId: number, trunk: string): Trunk | null {
  return store.get<Trunk>(
    "SELECT line_id AS lineId, trunk, label, number FROM trunks WHERE line_id = ? AND trunk = ?",
    lineId,
    trunk,
  ) ?? null;
}

export function describeTrunk(store: Store, { lineId, trunk, label, number }: Trunk): void {
  store.run(
    `INSERT INTO trunks (line_id, trunk, label, number) VALUES (?, ?, ?, ?)
     ON CONFLICT (line_id, trunk) DO UPDATE SET label = excluded.label, number = excluded.number`,
    lineId,
    trunk,
    label,
    number,
  );
}
