import type { Language } from "../../domain/staff.ts";
import type { Visit } from "../visit.ts";

/** What stands where there is nothing to measure. */
export const NOTHING = "–";

// Made once: a formatter takes longer to make than a thousand figures to write.
const NUMBERS: Readonly<Record<Language, Intl.NumberFormat>> = {
  ko: new Intl.NumberFormat("ko-KR"),
  en: new Intl.NumberFormat("en-GB"),
};

/** `1,234` */
export function countText(count: number, language: Language): string {
  return NUMBERS[language].format(count);
}

/** The part that was answered of the calls that are over: `93.4%`. */
export function rateText(answered: number, missed: number): string {
  const all = answered + missed;
  return all === 0 ? NOTHING : `${(answered / all * 100).toFixed(1)}%`;
}

/** For a column of figures: `0:09`, `12:04`, `1:02:45`. */
export function clockText(seconds: number | null): string {
  if (seconds === null) return NOTHING;
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const rest = two(whole % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** For a sentence: `3분 12초`. */
export function lasting(visit: Visit, seconds: number | null): string {
  return seconds === null ? NOTHING : visit.format.duration(Math.round(seconds) * 1000);
}
