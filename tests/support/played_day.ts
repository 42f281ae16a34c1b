import { reportOf } from "../../lib/switches/pbx416/report.ts";
import { CallTracker } from "../../lib/switchboard/tracker.ts";
import type { Caller } from "../../lib/domain/caller.ts";
import type { TrunkEvent } from "../../lib/switches/pbx416/frames/trunk_event.ts";
import {
  officeDay,
  type OfficeDayOptions,
  type Step,
} from "../../lib/switches/virtual_pbx/office_day.ts";
import { type OfficeCall, truthOf } from "../../lib/switches/virtual_pbx/office_truth.ts";
import type { Store } from "../../lib/store/database.ts";
import { ensureLine } from "../../lib/store/lines.ts";

const LAPSE = { ringLapseMs: 60_000, talkLapseMs: 14_400_000 };
const REASONS = { P: "withheld", O: "unavailable", C: "payphone" } as const;

/** Plays a generated day into the store as its line would, from `start` on; returns what really happened. */
export function playDay(store: Store, options: OfficeDayOptions, start: number): OfficeCall[] {
  const tracker = new CallTracker(store, ensureLine(store, "played", "416").id, LAPSE);
  const steps = [...officeDay(options)];
  for (const step of steps) {
    const at = start + Math.round(step.at * 1000);
    tracker.handle(reportOf({ at, bytes: new Uint8Array(), event: eventOf(step), remark: null }));
  }
  return truthOf(steps);
}

function eventOf({ mi, trunk, extension, number }: Step): TrunkEvent {
  switch (mi) {
    case "C":
    case "c":
      return {
        type: "Delivered",
        trunk,
        extension: mi === "c" ? extension : null,
        caller: callerOf(number),
      };
    case "N":
      return { type: "Established", trunk, extension };
    case "n":
      return { type: "ServiceInitiated", trunk, extension };
    case "J":
      return { type: "Originated", trunk, extension, digits: number, requested: false };
    case "F":
      return { type: "ConnectionCleared", trunk, extension: extension === "" ? null : extension };
    default:
      return mi satisfies never;
  }
}

function callerOf(number: string): Caller | null {
  if (number === "") return null;
  const reason = REASONS[number as keyof typeof REASONS];
  return reason === undefined ? { number, reason: null } : { number: null, reason };
}
