const DAY_S = 86_400;
const DAY_0 = { 1900: Date.UTC(1899, 11, 31), 1904: Date.UTC(1904, 0, 1) } as const;
/** The 1900s of spreadsheets have a 29 February that there never was. */
const NEVER = 60;

export type DateSystem = keyof typeof DAY_0;

/** The date and time, to a second, that a workbook keeps as a number of days; an invalid Date where it is out of reach. */
export function serialDate(days: number, system: DateSystem): Date {
  const shift = system === 1900 && days >= NEVER ? 1 : 0;
  return new Date(DAY_0[system] + Math.round((days - shift) * DAY_S) * 1000);
}
