/** Where the office is, as long as nobody has said otherwise. */
export const USUAL_TIME_ZONE = "Asia/Seoul";

/** Whether this is an IANA name (`Asia/Seoul`) that clocks can be made of here. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    // An offset such as `+09:00` would do for Intl, and knows no daylight saving.
    return /^[A-Za-z]/.test(name);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Every zone to choose from, by name; UTC, which no region has, comes last. */
export function timeZones(): string[] {
  const known = Intl.supportedValuesOf("timeZone").filter((name) => name !== "UTC");
  return [...known, "UTC"];
}
