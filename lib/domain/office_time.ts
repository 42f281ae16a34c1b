/** A day of the office's calendar: `2026-11-21`. */
export type OfficeDay = string;

/** A stretch of time: `from` belongs to it, `to` does not. Milliseconds since the epoch, UTC. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** The stretches that people name. */
export const NAMED_RANGES = ["today", "yesterday", "week", "month"] as const;
export type NamedRange = (typeof NAMED_RANGES)[number];

/** The calendar of the office: which day a moment belongs to, and when a day begins. Clocks may change there. */
export interface OfficeTime {
  /** IANA name. */
  readonly timeZone: string;
  /** The day on which a moment (ms since the epoch, UTC) falls. */
  dayOf(at: number): OfficeDay;
  /** The first moment of a day: midnight, or where clocks skip it, the first moment after it. */
  startOf(day: OfficeDay): number;
  /** From the first moment of `first` to the last of `last`. */
  days(first: OfficeDay, last: OfficeDay): TimeRange;
  /** A stretch as people name it at the moment `now`; weeks begin on Monday. */
  range(name: NamedRange, now: number): TimeRange;
}

const DAY_MS = 86_400_000;
/** No office's clock is further from UTC than this (UTC-12 to UTC+14). */
const FURTHEST_MS = 15 * 3_600_000;

/** Throws a RangeError where `timeZone` is no IANA name (`Asia/Seoul`). */
export function officeTime(timeZone: string): OfficeTime {
  const calendar = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    calendar: "iso8601",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });

  function dayOf(at: number): OfficeDay {
    return calendar.format(at);
  }

  /** Days follow each other without a gap, so the first moment of one is found by halving. */
  function startOf(day: OfficeDay): number {
    const noon = Date.parse(`${day}T00:00:00Z`);
    if (Number.isNaN(noon)) throw new RangeError(`"${day}" is no day; expected 2026-11-21`);
    let [before, after] = [noon - FURTHEST_MS, noon + FURTHEST_MS];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (dayOf(middle) < day) before = middle;
      else after = middle;
    }
    return after;
  }

  function days(first: OfficeDay, last: OfficeDay): TimeRange {
    return { from: startOf(first), to: startOf(addDays(last, 1)) };
  }

  return {
    timeZone,
    dayOf,
    startOf,
    days,
    range(name, now) {
      const today = dayOf(now);
      switch (name) {
        case "today":
          return days(today, today);
        case "yesterday":
          return days(addDays(today, -1), addDays(today, -1));
        case "week":
          return days(addDays(today, -((weekdayOf(today) + 6) % 7)), today);
        case "month":
          return days(`${today.slice(0, 8)}01`, today);
        default:
          return name satisfies never;
      }
    },
  };
}

/** The day so many days later, by the calendar: no clock has a part in it. */
export function addDays(day: OfficeDay, count: number): OfficeDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Whether a text is a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** 0 is Sunday. */
function weekdayOf(day: OfficeDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
