import type { Dialect } from "../pbx416/dialect/dialect.ts";
import { storedDialect } from "../pbx416/dialect/stored_dialect.ts";
import { PBX416_KIND } from "../pbx416/pbx416_kind.ts";
import type { PlayedDay, SwitchKind, SwitchWorld } from "../switch_kind.ts";
import type { OfficeDayOptions } from "./office_day.ts";
import { VIRTUAL_DEVICE } from "./virtual_device.ts";
import { VirtualSwitch } from "./virtual_switch.ts";

/** Few enough to try things out in between; who has just switched it on sees the first one at once. */
const CALLS_PER_MINUTE = 3;
const FIRST_AFTER_S = 2;
/** Phones that ring although nobody has them: an office that has no agents yet sees calls too. */
const PHONES = 4;

/** A 416 that plays by itself. */
export const VIRTUAL_KIND: SwitchKind = {
  ...PBX416_KIND,
  isAt: ({ device }) => device === VIRTUAL_DEVICE,
  isTrial: true,
  make(line, world) {
    const dialect = storedDialect(line.dialect);
    const options = (): OfficeDayOptions => ({
      seed: crypto.getRandomValues(new Uint32Array(1))[0]!,
      trunks: dialect.trunks,
      ...(world.day ?? trialDay(dialect, world)),
    });
    const play = () => ({ kind: "day", options: options() }) as const;
    return new VirtualSwitch({ dialect, speed: 1, play, cell: world.cell });
  },
};

function trialDay(
  { extensions }: Dialect,
  { telephones, callers }: SwitchWorld,
): PlayedDay & Pick<OfficeDayOptions, "firstAfter"> {
  const known = telephones().filter((number) => extensions.includes(number));
  return {
    callsPerMinute: CALLS_PER_MINUTE,
    firstAfter: FIRST_AFTER_S,
    extensions: [...new Set([...known, ...extensions.slice(0, PHONES)])],
    numbers: callers(),
  };
}
