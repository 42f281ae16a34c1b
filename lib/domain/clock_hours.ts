import { addDays, type OfficeDay, officeTime, type TimeRange } from "./office_time.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Clocks change on a quarter of an hour. */
const QUARTER_MS = HOUR_MS / 4;

/** The hours of some days, in order, as the office's clock shows them; an hour that clocks repeat is one long one. */
export interface ClockHours {
  readonly count: number;
  /** The first moment of each hour, and behind the last one the end of it: ms since the epoch, UTC. */
  readonly starts: Float64Array;
  /** 0 to 23. */
  readonly hour: Uint8Array;
  /** Which of `days` the hour belongs to. */
  readonly day: Uint32Array;
  readonly days: readonly OfficeDay[];
}

/** The hours from the first moment of `first` to the last of `last`. Throws a RangeError for an unknown zone or day. */
export function clockHours(timeZone: string, first: OfficeDay, last: OfficeDay): ClockHours {
  const time = officeTime(timeZone);
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" });
  const hourAt = (at: number) => Number(clock.format(at));
  const starts: number[] = [];
  const hour: number[] = [];
  const day: number[] = [];
  const days: OfficeDay[] = [];
  let start = time.startOf(first);
  for (let name = first; name <= last; name = addDays(name, 1)) {
    const end = endOf(name, start);
    const regular = end - start === DAY_MS && hourAt(start) === 0;
    const step = regular ? HOUR_MS : QUARTER_MS;
    for (let at = start; at < end; at += step) {
      const shown = regular ? (at - start) / HOUR_MS : hourAt(at);
      if (at > start && shown === hour.at(-1)) continue;
      starts.push(at);
      hour.push(shown);
      day.push(days.length);
    }
    days.push(name);
    start = end;
  }
  return {
    count: hour.length,
    starts: Float64Array.from([...starts, start]),
    hour: Uint8Array.from(hour),
    day: Uint32Array.from(day),
    days,
  };

  /** Mostly a day later, which is quicker seen than searched. */
  function endOf(name: OfficeDay, begin: number): number {
    const next = addDays(name, 1);
    const guess = begin + DAY_MS;
    const right = time.dayOf(guess) === next && time.dayOf(guess - 1) === name;
    return right ? guess : time.startOf(next);
  }
}

/** Which hour a moment belongs to; -1 where it is none of them. `near` is a guess, the hour of the moment before. */
export function hourOf({ starts, count }: ClockHours, at: number, near = 0): number {
  if (!(at >= starts[0]! && at < starts[count]!)) return -1;
  if (at >= starts[near]!) {
    for (let hour = near; hour < Math.min(count, near + 4); hour++) {
      if (at < starts[hour + 1]!) return hour;
    }
  }
  let [low, high] = [0, count];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (at < starts[middle]!) high = middle;
    else low = middle;
  }
  return low;
}

/** 0 is Monday. */
export function weekdayOf(day: OfficeDay): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** Some hours of the week, as the clock of a zone shows them. */
export interface ClockTimes {
  /** IANA name. */
  readonly timeZone: string;
  /** 0 to 23; null is any. */
  readonly hour: number | null;
  /** 0 is Monday; null is any. */
  readonly weekday: number | null;
}

/** The stretches of a range in which the clock shows these times, in order; none touches the next. */
export function clockStretches(times: ClockTimes, range: TimeRange): TimeRange[] {
  const { dayOf } = officeTime(times.timeZone);
  const hours = clockHours(times.timeZone, dayOf(range.from), dayOf(range.to - 1));
  const found: { from: number; to: number }[] = [];
  for (let at = 0; at < hours.count; at++) {
    if (times.hour !== null && hours.hour[at] !== times.hour) continue;
    const weekday = weekdayOf(hours.days[hours.day[at]!]!);
    if (times.weekday !== null && weekday !== times.weekday) continue;
    const from = Math.max(range.from, hours.starts[at]!);
    const to = Math.min(range.to, hours.starts[at + 1]!);
    if (to <= from) continue;
    const last = found.at(-1);
    if (last?.to === from) last.to = to;
    else found.push({ from, to });
  }
  return found;
}
