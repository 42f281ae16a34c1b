/** When the office calls people: weekdays (0 is Sunday) and times of day, `09:00`; `to` is no longer within. */
export interface OfficeHours {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

export const USUAL_HOURS: OfficeHours = { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" };

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The hours, or null where they are none: no day, no times, or an end that is not behind the beginning. */
export function checkOfficeHours(hours: OfficeHours): OfficeHours | null {
  const days = [...new Set(hours.days)].filter((day) =>
    Number.isInteger(day) && day >= 0 && day < 7
  );
  if (days.length === 0 || !TIME.test(hours.from) || !TIME.test(hours.to)) return null;
  return hours.from < hours.to ? { days: days.sort(), from: hours.from, to: hours.to } : null;
}

/** Whether the office's clock on the wall shows a time within the hours. */
export function isWithin(
  hours: OfficeHours,
  wall: { readonly weekday: number; readonly hour: number; readonly minute: number },
): boolean {
  const two = (value: number) => String(value).padStart(2, "0");
  const time = `${two(wall.hour)}:${two(wall.minute)}`;
  return hours.days.includes(wall.weekday) && hours.from <= time && time < hours.to;
}
