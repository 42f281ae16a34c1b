import { addDays, type OfficeDay } from "./office_time.ts";

/** The public holidays of Korea that the law fixes for every year. */
export type KoreanHoliday =
  | "new_year"
  | "seollal"
  | "independence_movement"
  | "childrens_day"
  | "buddhas_birthday"
  | "memorial_day"
  | "liberation_day"
  | "chuseok"
  | "foundation_day"
  | "hangeul_day"
  | "christmas"
  | "substitute";

export interface DatedHoliday {
  readonly day: OfficeDay;
  readonly holiday: KoreanHoliday;
}

/**
 * When another day is given for one that is lost (Rules on Holidays of Government Offices, article 3): lost to a
 * Saturday or Sunday (`weekend`), to a Sunday alone (`sunday`), or never. To another holiday, with either.
 */
type Substitute = "weekend" | "sunday" | "never";

const BY_SUN: readonly (readonly [string, KoreanHoliday, Substitute])[] = [
  ["01-01", "new_year", "never"],
  ["03-01", "independence_movement", "weekend"],
  ["05-05", "childrens_day", "weekend"],
  ["06-06", "memorial_day", "never"],
  ["08-15", "liberation_day", "weekend"],
  ["10-03", "foundation_day", "weekend"],
  ["10-09", "hangeul_day", "weekend"],
  ["12-25", "christmas", "weekend"],
];

/** Month and day of the lunar calendar, and how many days before and after belong to it. */
const BY_MOON: readonly (readonly [string, KoreanHoliday, Substitute, number])[] = [
  ["1/1", "seollal", "sunday", 1],
  ["4/8", "buddhas_birthday", "weekend", 0],
  ["8/15", "chuseok", "sunday", 1],
];

const SUNDAY = 0;
const SATURDAY = 6;

/**
 * The public holidays of a year by today's law (since 2023), with the days that are given for lost ones, in order.
 * Elections and holidays that the government decrees are not among them. Those of the lunar calendar are left out
 * where this system's calendar tables have none (`hasLunarCalendar`).
 */
export function koreanHolidays(year: number): DatedHoliday[] {
  const named = [
    ...byMoon(year),
    ...BY_SUN.map(([date, holiday, substitute]) => ({
      day: `${year}-${date}`,
      ...{ holiday, substitute },
    })),
  ].sort(inOrder);
  const taken = new Set(named.map(({ day }) => day));
  const given = named.filter((one, index) => isLost(one, index, named)).map(({ day }) => {
    const instead = nextWorkingDay(day, taken);
    taken.add(instead);
    return { day: instead, holiday: "substitute" as const };
  });
  const all = [...named.map(({ day, holiday }) => ({ day, holiday })), ...given];
  const first = new Map<OfficeDay, DatedHoliday>();
  for (const one of all) if (!first.has(one.day)) first.set(one.day, one);
  return [...first.values()].sort(inOrder);
}

/** Whether this system knows Korea's lunar calendar. */
export function hasLunarCalendar(): boolean {
  return lunar().resolvedOptions().calendar === "dangi";
}

interface Named extends DatedHoliday {
  readonly substitute: Substitute;
}

function byMoon(year: number): Named[] {
  if (!hasLunarCalendar()) return [];
  const calendar = lunar();
  const wanted = new Map(BY_MOON.map((one) => [one[0], one]));
  const found: Named[] = [];
  for (let day = `${year}-01-15`; day < `${year}-10-31`; day = addDays(day, 1)) {
    const parts = calendar.formatToParts(Date.parse(`${day}T12:00:00Z`));
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
    // A leap month is written otherwise (`6bis`), so that it never fits.
    const match = wanted.get(`${part("month")}/${part("day")}`);
    if (match === undefined) continue;
    const [, holiday, substitute, around] = match;
    for (let by = -around; by <= around; by++) {
      found.push({ day: addDays(day, by), holiday, substitute });
    }
  }
  return found;
}

function inOrder(one: DatedHoliday, other: DatedHoliday): number {
  return Date.parse(one.day) - Date.parse(other.day);
}

/** Where two fall on one day, the later one in the list is lost. */
function isLost(one: Named, index: number, all: readonly Named[]): boolean {
  if (one.substitute === "never") return false;
  const weekday = weekdayOf(one.day);
  if (weekday === SUNDAY || (weekday === SATURDAY && one.substitute === "weekend")) return true;
  return all[index - 1]?.day === one.day;
}

function nextWorkingDay(after: OfficeDay, taken: ReadonlySet<OfficeDay>): OfficeDay {
  let day = addDays(after, 1);
  while (taken.has(day) || [SUNDAY, SATURDAY].includes(weekdayOf(day))) day = addDays(day, 1);
  return day;
}

function weekdayOf(day: OfficeDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function lunar(): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-u-ca-dangi", {
    timeZone: "UTC",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
}
