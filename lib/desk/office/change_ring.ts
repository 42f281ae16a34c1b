import { z } from "zod";
import { RING_TUNES, RING_VOLUMES, setRingSound } from "../../store/ring_sound.ts";
import { type Desk, requireMay } from "../desk.ts";
import { check, oneOf } from "../field_rules.ts";
import type { Outcome } from "../problem.ts";

/** How browsers ring, as it was chosen. */
export interface TypedRing {
  readonly on: boolean;
  readonly tune: string;
  readonly volume: string;
}

const SHAPE = z.object({
  on: z.boolean(),
  tune: oneOf(RING_TUNES, "sounds.unknown"),
  volume: oneOf(RING_VOLUMES, "sounds.unknown"),
});

/** Changes how browsers ring where their people have not said otherwise. Problems stand by the names of `typed`'s fields. */
export function changeRing(desk: Desk, typed: TypedRing): Outcome<null> {
  requireMay(desk, "office.manage");
  const checked = check(SHAPE, typed);
  if (!checked.ok) return checked;
  setRingSound(desk.store, checked.value);
  return { ok: true, value: null };
}
