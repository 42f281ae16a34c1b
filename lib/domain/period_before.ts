import { addDays, type OfficeDay } from "./office_time.ts";

const DAY_MS = 86_400_000;

/** The period that a period is compared with: as many whole months before whole months, else as many days. */
export function periodBefore(
  first: OfficeDay,
  last: OfficeDay,
): { readonly first: OfficeDay; readonly last: OfficeDay } {
  const end = addDays(first, -1);
  if (first.endsWith("-01") && addDays(last, 1).endsWith("-01")) {
    const months = monthOf(addDays(last, 1)) - monthOf(first);
    return { first: firstOfMonth(monthOf(first) - months), last: end };
  }
  const days = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  return { first: addDays(first, -days), last: end };
}

/** Months since the year 0. */
function monthOf(day: OfficeDay): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function firstOfMonth(month: number): OfficeDay {
  const year = String(Math.floor(month / 12)).padStart(4, "0");
  return `${year}-${String(month % 12 + 1).padStart(2, "0")}-01`;
}
