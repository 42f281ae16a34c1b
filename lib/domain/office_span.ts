import type { OfficeHours } from "./office_hours.ts";
import type { OfficeDay, TimeRange } from "./office_time.ts";
import type { WallClock } from "./wall_clock.ts";

/** When an office is open. */
export interface OfficeCalendar {
  readonly clock: WallClock;
  readonly hours: OfficeHours;
  /** Days on which it is closed all the same. */
  readonly holidays: ReadonlySet<OfficeDay>;
}

const DAY_MS = 86_400_000;
/** Ten years: an office that is closed for longer has no hours. */
const MOST_DAYS = 3660;

/** How many ms of the time between two moments (ms since the epoch, UTC) an office was open. */
export function officeMsBetween(calendar: OfficeCalendar, from: number, to: number): number {
  let sum = 0;
  for (const open of openFrom(calendar, from)) {
    if (open.from >= to) break;
    sum += Math.min(open.to, to) - open.from;
  }
  return sum;
}

/** The moment at which an office will have been open for `ms` since `from`; by the clock alone where it never opens. */
export function afterOfficeMs(calendar: OfficeCalendar, from: number, ms: number): number {
  let left = ms;
  for (const open of openFrom(calendar, from)) {
    const length = open.to - open.from;
    if (left <= length) return open.from + left;
    left -= length;
  }
  return from + ms;
}

/** The stretches in which the office is open, from `from` on. */
function* openFrom({ clock, hours, holidays }: OfficeCalendar, from: number): Generator<TimeRange> {
  const shown = clock.shownAt(from);
  const first = shown - shown % DAY_MS;
  const [opens, closes] = [timeOfDay(hours.from), timeOfDay(hours.to)];
  for (let days = 0; days < MOST_DAYS; days++) {
    const day = new Date(first + days * DAY_MS);
    const isOpen = hours.days.includes(day.getUTCDay()) &&
      !holidays.has(day.toISOString().slice(0, 10));
    if (!isOpen) continue;
    const to = clock.momentOf(day.getTime() + closes);
    if (to > from) yield { from: Math.max(from, clock.momentOf(day.getTime() + opens)), to };
  }
}

/** `09:30` as ms since midnight. */
function timeOfDay(text: string): number {
  const [hour, minute] = text.split(":").map(Number) as [number, number];
  return (hour * 60 + minute) * 60_000;
}
