import { z } from "zod";
import type { Language } from "../../domain/staff.ts";
import { NotFound } from "../../store/errors.ts";
import { createWallScreen, endWallScreen as storeEnd } from "../../store/wall_screens.ts";
import { type Desk, requireMay, type StaffDesk } from "../desk.ts";
import { check, line } from "../field_rules.ts";
import type { Outcome } from "../problem.ts";

export interface NewWallScreen {
  /** May be empty: then it is called `usual`. */
  readonly label: string;
  readonly usual: string;
  readonly language: Language;
  /** SHA-256 of the token in its link. */
  readonly tokenHash: Uint8Array;
}

/** Makes the link of a screen on the wall. The problem stands by `label`. */
export function addWallScreen(
  desk: StaffDesk,
  { label: typed, usual, language, tokenHash }: NewWallScreen,
): Outcome<{ readonly label: string }> {
  requireMay(desk, "wall.manage");
  const { store, by, now } = desk;
  const checked = check(z.object({ label: line("screen", 60) }), { label: typed });
  if (!checked.ok) return checked;
  const label = checked.value.label || usual;
  createWallScreen(store, { tokenHash, label, language }, by.id, now);
  return { ok: true, value: { label } };
}

/** Ends a link; returns the hash of its token, for whoever shows that screen something. Throws `NotFound`. */
export function endWallScreen(desk: Desk, id: number): Uint8Array {
  requireMay(desk, "wall.manage");
  const hash = storeEnd(desk.store, id);
  if (hash === null) throw new NotFound("wall screen", id);
  return hash;
}
