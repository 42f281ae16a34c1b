import type { ReportGroup, ReportRow } from "../domain/report.ts";
import type { Translate } from "./translator.ts";

/** A Monday: the names of weekdays are asked of it and the days behind it. */
const MONDAY = Date.UTC(1970, 0, 5);

/** What a row of a report is called. `year`: days are written with it. */
export function reportKeyName(
  by: ReportGroup,
  { key, name }: Pick<ReportRow, "key" | "name">,
  t: Translate,
  year = true,
): string {
  if (key === "" && isNamed(by)) return t(`report.none_${by}`);
  switch (by) {
    case "hour":
      return t("report.hour_name", { hour: key.padStart(2, "0") });
    case "weekday":
      return weekdayName(Number(key), t, "long");
    case "day":
      return dayName(key, t, year);
    case "month":
      return t("report.month_name", { year: key.slice(0, 4), month: Number(key.slice(5)) });
    case "trunk": {
      const [line = "", trunk = ""] = key.split(".");
      return line === "1"
        ? t("report.trunk_name", { trunk })
        : t("report.line_trunk", { line, trunk });
    }
    case "agent":
    case "extension":
    case "type":
    case "grade":
      return name;
    default:
      return by satisfies never;
  }
}

/** `day` is `2026-11-21`. */
export function dayName(day: string, t: Translate, year = true): string {
  const weekday = weekdayName((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7, t, "short");
  const [y = "", month, date] = day.split("-");
  const args = { year: y, month: Number(month), day: Number(date), weekday };
  return t(year ? "report.date" : "report.day", args);
}

const weekdays = new Map<string, readonly string[]>();

/** 0 is Monday. */
export function weekdayName(weekday: number, t: Translate, style: "short" | "long"): string {
  const locale = t("report.locale");
  let names = weekdays.get(locale + style);
  if (names === undefined) {
    const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: style });
    names = Array.from({ length: 7 }, (_, day) => format.format(MONDAY + day * 86_400_000));
    weekdays.set(locale + style, names);
  }
  return names[weekday] ?? "";
}

function isNamed(by: ReportGroup): by is "agent" | "extension" | "trunk" | "type" | "grade" {
  return ["agent", "extension", "trunk", "type", "grade"].includes(by);
}
