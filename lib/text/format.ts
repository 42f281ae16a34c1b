import type { Language } from "../domain/staff.ts";
import { translator } from "./translator.ts";

/** How moments and durations are written, in one language and in the office's time zone. Times are ms since the epoch, UTC. */
export interface Formatter {
  /** As people say it, seen from `now`: `오늘 14:03`, `어제 09:12`, `11/18 (화) 09:12`, another year with the year. */
  short(at: number, now: number): string;
  /** With date, year and seconds, for a tooltip. */
  full(at: number): string;
  /** `1시간 02분`, `3분 12초`, `42초`; `ms` below a second and below zero is `0초`. */
  duration(ms: number): string;
  /** `2026-11-21T14:30`, as `<input type="datetime-local">` wants it. */
  toInput(at: number): string;
  /** The inverse of `toInput` (a blank in place of the T will do too); null where the text is no moment. */
  fromInput(text: string): number | null;
  /** Midnight at the beginning of the day of `at`. */
  dayStart(at: number): number;
}

const LOCALES: Readonly<Record<Language, string>> = { ko: "ko-KR", en: "en-GB" };
const DAY_MS = 86_400_000;

/** Throws a RangeError where `timeZone` is no IANA name (`Asia/Seoul`). */
export function formatter(language: Language, timeZone: string): Formatter {
  const t = translator(language);
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const weekdays = new Intl.DateTimeFormat(LOCALES[language], { timeZone, weekday: "short" });
  const months = new Intl.DateTimeFormat(LOCALES[language], { timeZone, month: "short" });

  function wallTime(at: number): WallTime {
    const parts = new Map(clock.formatToParts(at).map((part) => [part.type, part.value]));
    const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
    return {
      year: number("year"),
      month: number("month"),
      day: number("day"),
      hour: number("hour"),
      minute: number("minute"),
      second: number("second"),
    };
  }

  /** What the clock on the wall is ahead of UTC at that moment, in ms. */
  function offset(at: number): number {
    const w = wallTime(at);
    const asUtc = Date.UTC(w.year, w.month - 1, w.day, w.hour, w.minute, w.second);
    return asUtc - Math.floor(at / 1000) * 1000;
  }

  /** The moment at which the clock on the wall shows what UTC shows at `asUtc`. */
  function fromWall(asUtc: number): number {
    // A second look settles the days on which clocks change between the guess and the moment.
    const guess = asUtc - offset(asUtc);
    return asUtc - offset(guess);
  }

  function dateArgs(at: number, wall: WallTime): Record<string, string | number> {
    return {
      year: wall.year,
      month: wall.month,
      day: wall.day,
      weekday: weekdays.format(at),
      monthName: months.format(at),
    };
  }

  return {
    short(at, now) {
      const [wall, today] = [wallTime(at), wallTime(now)];
      const time = `${two(wall.hour)}:${two(wall.minute)}`;
      const days = dayNumber(wall) - dayNumber(today);
      if (days === 0) return t("time.today", { time });
      if (days === -1) return t("time.yesterday", { time });
      if (days === 1) return t("time.tomorrow", { time });
      const key = wall.year === today.year ? "time.date" : "time.date_year";
      return t(key, { ...dateArgs(at, wall), time });
    },
    full(at) {
      const wall = wallTime(at);
      const time = `${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}`;
      return t("time.full", { ...dateArgs(at, wall), time });
    },
    duration(ms) {
      const total = Math.max(0, Math.floor(ms / 1000));
      const [hours, minutes, seconds] = [
        Math.floor(total / 3600),
        Math.floor(total / 60) % 60,
        total % 60,
      ];
      if (hours > 0) return t("duration.hours", { hours, minutes: two(minutes) });
      if (minutes > 0) return t("duration.minutes", { minutes, seconds: two(seconds) });
      return t("duration.seconds", { seconds });
    },
    toInput(at) {
      const w = wallTime(at);
      const year = String(w.year).padStart(4, "0");
      return `${year}-${two(w.month)}-${two(w.day)}T${two(w.hour)}:${two(w.minute)}`;
    },
    fromInput(text) {
      const found = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?$/.exec(text.trim());
      if (found === null) return null;
      const [, date, time] = found;
      const asUtc = Date.parse(`${date}T${time}:00Z`);
      // Date.parse takes the 31st of February for the 3rd of March on some engines.
      if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(`${date}T${time}`)) {
        return null;
      }
      return fromWall(asUtc);
    },
    dayStart(at) {
      const w = wallTime(at);
      return fromWall(Date.UTC(w.year, w.month - 1, w.day));
    },
  };
}

interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

function dayNumber(wall: WallTime): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day) / DAY_MS;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
