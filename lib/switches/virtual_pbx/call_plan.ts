import type { Random } from "../../domain/random.ts";

/** The letters of the 416 dialect that an office day uses. */
export type StepLetter = "C" | "c" | "N" | "n" | "J" | "F";

/** A message of a call that is still on no trunk: `after` in seconds since the call began. */
export interface PlannedStep {
  readonly after: number;
  readonly mi: StepLetter;
  readonly extension: string;
  readonly number: string;
}

/** What may become of a call, and how often it does. */
export const CALL_KINDS = {
  answered: 46,
  group: 12,
  transferred: 8,
  missed: 12,
  /** The caller gives up before any extension has rung. */
  unassigned: 5,
  outgoing: 17,
};
export type CallKind = keyof typeof CALL_KINDS;

/** How many different extensions a call of this kind needs. */
export const EXTENSIONS_NEEDED: Readonly<Record<CallKind, number>> = {
  answered: 1,
  group: 2,
  transferred: 2,
  missed: 1,
  unassigned: 0,
  outgoing: 1,
};

/** Between two ring signals of a trunk. */
const SIGNAL_SECONDS = 3;

/**
 * The steps of one call in the order of time, the first at 0 and `F` last. It rings 2 to 15 s and talks 5 to
 * 240 s, more often short than long. `number` is the field of the wire; for an outgoing call, digits.
 */
export function planCall(
  kind: CallKind,
  extensions: readonly string[],
  number: string,
  random: Random,
): PlannedStep[] {
  const [first = "", second = ""] = extensions;
  const rings = random.between(2, 15);
  const talks = 5 + 235 * random.next() ** 1.6;
  const step = (after: number, mi: StepLetter, extension = "", number = "") => ({
    after,
    mi,
    extension,
    number,
  });
  const ringing = [step(0, "C", "", number)];
  // The trunk's signal may repeat before the switch has decided whose phone rings.
  if (random.chance(0.3)) ringing.push(step(0.9, "C", "", number));
  ringing.push(step(1, "c", first, number));
  const lifted = 1 + rings;
  switch (kind) {
    case "outgoing": {
      const dialled = random.between(1.5, 4);
      return [
        step(0, "n", first),
        step(dialled, "J", first, number),
        step(dialled + talks, "F", first),
      ];
    }
    case "unassigned": {
      const signals = Math.ceil(rings / SIGNAL_SECONDS);
      const heard = Array.from(
        { length: signals },
        (_, i) => step(i * SIGNAL_SECONDS, "C", "", number),
      );
      return [...heard, step(rings, "F")];
    }
    case "missed":
      return [...ringing, step(lifted, "F")];
    case "answered":
      return [...ringing, step(lifted, "N", first), step(lifted + talks, "F", first)];
    case "group":
      return [
        ...ringing,
        step(1.2, "c", second, number),
        step(lifted, "N", second),
        step(lifted + talks, "F", second),
      ];
    case "transferred": {
      const handed = lifted + talks / 2;
      return [
        ...ringing,
        step(lifted, "N", first),
        step(handed, "c", second, number),
        step(handed + random.between(2, 6), "N", second),
        step(handed + 6 + talks / 2, "F", second),
      ];
    }
    default:
      return kind satisfies never;
  }
}
