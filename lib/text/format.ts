import { officeTime } from "../domain/office_time.ts";
import type { Language } from "../domain/staff.ts";
import { translator } from "./translator.ts";
import { wallClock, type WallTime } from "../domain/wall_clock.ts";

/** How moments and durations are written, in one language and in the office's time zone. Times are ms since the epoch, UTC. */
export interface Formatter {
  /** As people say it, seen from `now`: `오늘 14:03`, `어제 09:12`, `11/18 (화) 09:12`, another year with the year. */
  short(at: number, now: number): string;
  /** With date, year and seconds, for a tooltip. */
  full(at: number): string;
  /** `14:03:21.204`, to the millisecond. */
  instant(at: number): string;
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
  const office = officeTime(timeZone);
  const clock = wallClock(timeZone);
  const { weekdays, months } = calendarWords(LOCALES[language]);

  function dated(key: "time.date" | "time.date_year" | "time.full", wall: WallTime, time: string) {
    const { year, month, day } = wall;
    const weekday = weekdays[wall.weekday]!;
    return t(key, { year, month, day, weekday, monthName: months[month - 1]!, time });
  }

  return {
    short(at, now) {
      const [wall, today] = [clock.at(at), clock.at(now)];
      const time = `${two(wall.hour)}:${two(wall.minute)}`;
      const days = dayNumber(wall) - dayNumber(today);
      if (days === 0) return t("time.today", { time });
      if (days === -1) return t("time.yesterday", { time });
      if (days === 1) return t("time.tomorrow", { time });
      return dated(wall.year === today.year ? "time.date" : "time.date_year", wall, time);
    },
    full(at) {
      const wall = clock.at(at);
      return dated("time.full", wall, `${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}`);
    },
    instant(at) {
      const { hour, minute, second } = clock.at(at);
      return `${[hour, minute, second].map(two).join(":")}.${String(at % 1000).padStart(3, "0")}`;
    },
    duration(ms) {
      const total = Math.max(0, Math.floor(ms / 1000));
      const hours = Math.floor(total / 3600);
      const minutes = Math.floor(total / 60) % 60;
      const seconds = total % 60;
      if (hours > 0) return t("duration.hours", { hours, minutes: two(minutes) });
      if (minutes > 0) return t("duration.minutes", { minutes, seconds: two(seconds) });
      return t("duration.seconds", { seconds });
    },
    toInput(at) {
      const { year, month, day, hour, minute } = clock.at(at);
      const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
      return `${date}T${two(hour)}:${two(minute)}`;
    },
    fromInput(text) {
      const found = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?$/.exec(text.trim());
      if (found === null) return null;
      const minute = `${found[1]}T${found[2]}`;
      const shown = Date.parse(`${minute}:00Z`);
      // Some engines take the 31st of February for the 3rd of March.
      if (Number.isNaN(shown) || !new Date(shown).toISOString().startsWith(minute)) return null;
      return clock.momentOf(shown);
    },
    dayStart(at) {
      return office.startOf(office.dayOf(at));
    },
  };
}

/** Short names of the weekdays, Sunday first, and of the months. */
function calendarWords(locale: string): { weekdays: string[]; months: string[] } {
  const weekday = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "short" });
  const month = new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "short" });
  return {
    // The 4th of January 1970 was a Sunday.
    weekdays: Array.from({ length: 7 }, (_, day) => weekday.format(Date.UTC(1970, 0, 4 + day))),
    months: Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(1970, index, 1))),
  };
}

/** Days since the epoch, by the calendar on the wall. */
function dayNumber(wall: WallTime): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day) / DAY_MS;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
