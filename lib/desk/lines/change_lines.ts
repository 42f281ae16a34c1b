import { NotFound } from "../../store/errors.ts";
import {
  createLine,
  enableLine as storeEnabled,
  lineSetting,
  updateLine as storeLine,
} from "../../store/line_settings.ts";
import { requireMay } from "../desk.ts";
import type { LineDesk } from "./line_desk.ts";
import { type CheckedLine, checkLine, type TypedLine } from "./line_rules.ts";

/** Adds a line and opens it. Problems stand by the names of `typed`'s fields. */
export async function addLine(desk: LineDesk, typed: TypedLine): Promise<CheckedLine> {
  requireMay(desk, "lines.manage");
  const { store, telephony } = desk;
  const added = store.transaction(() => {
    const checked = checkLine(store, typed, null);
    if (checked.ok) createLine(store, checked.value);
    return checked;
  });
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
  const updated = store.transaction(() => {
    if (lineSetting(store, id) === null) throw new NotFound("line", id);
    const checked = checkLine(store, typed, id);
    if (checked.ok) storeLine(store, id, checked.value);
    return checked;
  });
  if (updated.ok) await telephony.reload();
  return updated;
}

/** Opens a line, or closes it for as long as nobody opens it again. Throws `NotFound`. */
export async function enableLine(desk: LineDesk, id: number, enabled: boolean): Promise<void> {
  requireMay(desk, "lines.manage");
  storeEnabled(desk.store, id, enabled);
  await desk.telephony.reload();
}
