import type { Store } from "../../store/database.ts";
import { NotFound } from "../../store/errors.ts";
import {
  createLine,
  enableLine as storeEnabled,
  type LineSetting,
  requireLine,
  updateLine as storeLine,
} from "../../store/line_settings.ts";
import { kindOf } from "../../switches/switch_kinds.ts";
import { requireMay } from "../desk.ts";
import type { LineDesk } from "./line_desk.ts";
import { storeChecked } from "../store_checked.ts";
import { type CheckedLine, checkLine, type TypedLine } from "./line_rules.ts";

/** Adds a line and opens it. Problems stand by the names of `typed`'s fields. */
export async function addLine(desk: LineDesk, typed: TypedLine): Promise<CheckedLine> {
  requireMay(desk, "lines.manage");
  const { store, telephony } = desk;
  const check = () => checkLine(store, typed, null);
  const added = storeChecked(store, check, (line) => createLine(store, line));
  if (added.ok) await telephony.reload();
  return added;
}

/**
 * Changes a line and opens it again, while calls run. Problems stand by the names of `typed`'s fields. Throws
 * `NotFound`.
 */
export async function updateLine(
  desk: LineDesk,
  id: number,
  typed: TypedLine,
): Promise<CheckedLine> {
  requireMay(desk, "lines.manage");
  const { store, telephony } = desk;
  const check = () => checkLine(store, typed, lineWithDialect(store, id).id);
  const updated = storeChecked(store, check, (line) => storeLine(store, id, line));
  if (updated.ok) await telephony.reload();
  return updated;
}

/** A line that is set by a dialect. Throws `NotFound`. */
export function lineWithDialect(store: Store, id: number): LineSetting {
  const line = requireLine(store, id);
  if (kindOf(line).dialects === null) throw new NotFound("line", id);
  return line;
}

/** Opens a line, or closes it for as long as nobody opens it again. Throws `NotFound`. */
export async function enableLine(desk: LineDesk, id: number, enabled: boolean): Promise<void> {
  requireMay(desk, "lines.manage");
  storeEnabled(desk.store, id, enabled);
  await desk.telephony.reload();
}
