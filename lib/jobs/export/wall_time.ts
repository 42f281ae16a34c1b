const HOUR_MS = 3_600_000;

/**
 * What the clock on the wall shows at a moment, as a Date whose UTC parts are those of the wall: spreadsheets know
 * no time zones. Clocks change on full hours, so a zone is asked once for each.
 */
export function wallClock(timeZone: string): (at: number) => Date {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const offsets = new Map<number, number>();
  function offsetOf(hour: number): number {
    const parts = new Map(format.formatToParts(hour).map(({ type, value }) => [type, +value]));
    const [year, month, day] = [parts.get("year")!, parts.get("month")!, parts.get("day")!];
    return Date.UTC(year, month - 1, day, parts.get("hour")!, parts.get("minute")!) - hour;
  }
  return (at) => {
    const hour = Math.floor(at / HOUR_MS) * HOUR_MS;
    let offset = offsets.get(hour);
    if (offset === undefined) offsets.set(hour, offset = offsetOf(hour));
    return new Date(at + offset);
  };
}

/** `2026-11-21 14:03:22` */
export function wallText(wall: Date): string {
  return wall.toISOString().slice(0, 19).replace("T", " ");
}
