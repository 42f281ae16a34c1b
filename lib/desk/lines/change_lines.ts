import { NotFound } from "../../store/errors.ts";
import {
  createLine,
  enableLine as storeEnabled,
  lineSetting,
  updateLine as storeLine,
} from "../../store/line_settings.ts";
import { type Desk, requireMay } from "../desk.ts";
import { type CheckedLine, checkLine, type TypedLine } from "./line_rules.ts";

// The switchboard opens, closes and opens again what is stored here when it is told to reload.

/** Adds a line. Problems stand by the names of `typed`'s fields. */
export function addLine(desk: Desk, typed: TypedLine): CheckedLine {
  requireMay(desk, "lines.manage");
  const { store } = desk;
  return store.transaction(() => {
    const checked = checkLine(store, typed, null);
    if (checked.ok) createLine(store, checked.value);
    return checked;
  });
}

/** Changes a line. Problems stand by the names of `typed`'s fields. Throws `NotFound`. */
export function updateLine(desk: Desk, id: number, typed: TypedLine): CheckedLine {
  requireMay(desk, "lines.manage");
  const { store } = desk;
  return store.transaction(() => {
    if (lineSetting(store, id) === null) throw new NotFound("line", id);
    const checked = checkLine(store, typed, id);
    if (checked.ok) storeLine(store, id, checked.value);
    return checked;
  });
}

/** Has a line opened, or closed for as long as nobody has it opened again. Throws `NotFound`. */
export function enableLine(desk: Desk, id: number, enabled: boolean): void {
  requireMay(desk, "lines.manage");
  storeEnabled(desk.store, id, enabled);
}
