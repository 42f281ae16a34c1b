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
  let name = first;
  while (name <= last) {
    const week = addDays(name, 7);
    if (addDays(week, -1) <= last && isPlainWeek(week, start)) {
      for (; name < week; name = addDays(name, 1), start += DAY_MS) addPlainDay(name, start);
      continue;
    }
    const end = endOf(name, start);
    if (end - start === DAY_MS && hourAt(start) === 0) addPlainDay(name, start);
    else addDay(name, start, end);
    name = addDays(name, 1);
    start = end;
  }
  return {
    count: hour.length,
    starts: Float64Array.from([...starts, start]),
    hour: Uint8Array.from(hour),
    day: Uint32Array.from(day),
    days,
  };

  function addPlainDay(name: OfficeDay, begin: number): void {
    for (let shown = 0; shown < 24; shown++) {
      starts.push(begin + shown * HOUR_MS);
      hour.push(shown);
      day.push(days.length);
    }
    days.push(name);
  }

  function addDay(name: OfficeDay, begin: number, end: number): void {
    for (let at = begin; at < end; at += QUARTER_MS) {
      const shown = hourAt(at);
      if (at > begin && shown === hour.at(-1)) continue;
      starts.push(at);
      hour.push(shown);
      day.push(days.length);
    }
    days.push(name);
  }

  /** Mostly a day later, which is quicker seen than searched. */
  function endOf(name: OfficeDay, begin: number): number {
    const next = addDays(name, 1);
    const guess = begin + DAY_MS;
    return begins(next, guess) ? guess : time.startOf(next);
  }

  function begins(name: OfficeDay, at: number): boolean {
    return time.dayOf(at) === name && time.dayOf(at - 1) < name;
  }

  /**
   * Whether the week before the day `next` begins at midnight and has seven days of 24 hours: no clock was ever
   * changed and changed back within a week. Asking day by day takes seven times as long.
   */
  function isPlainWeek(next: OfficeDay, begin: number): boolean {
    const end = begin + 7 * DAY_MS;
    return begins(next, end) && hourAt(end) === 0 && hourAt(begin) === 0;
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
  const weekdays = hours.days.map(weekdayOf);
  const found: { from: number; to: number }[] = [];
  for (let at = 0; at < hours.count; at++) {
    if (times.hour !== null && hours.hour[at] !== times.hour) continue;
    if (times.weekday !== null && weekdays[hours.day[at]!] !== times.weekday) continue;
    const from = Math.max(range.from, hours.starts[at]!);
    const to = Math.min(range.to, hours.starts[at + 1]!);
    if (to <= from) continue;
    const last = found.at(-1);
    if (last?.to === from) last.to = to;
    else found.push({ from, to });
  }
  return found;
}
