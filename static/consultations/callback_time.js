// @ts-check
/** The usual times for calling back, as a field for date and time has them: by the office's clock, as the server reads them. */

const MINUTE_MS = 60_000;
const FIVE_MS = 5 * MINUTE_MS;

/**
 * In so many minutes, to the next five; or tomorrow at nine.
 * @param {string} choice "30" or "tomorrow"
 * @param {string} zone the office's, "Asia/Seoul"
 * @param {number} now ms since the epoch, UTC
 */
export function callbackTime(choice, zone, now) {
  if (choice === "tomorrow") {
    const day = shownAt(now, zone);
    day.setUTCDate(day.getUTCDate() + 1);
    day.setUTCHours(9, 0);
    return minuteOf(day);
  }
  const minute = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const at = Math.ceil((minute + Number(choice) * MINUTE_MS) / FIVE_MS) * FIVE_MS;
  return minuteOf(shownAt(at, zone));
}

/**
 * The moment at which UTC shows what the zone's clock shows at `at`.
 * @param {number} at
 * @param {string} zone
 */
function shownAt(at, zone) {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  /** @param {Intl.DateTimeFormatPartTypes} type */
  const part = (type) => parts.get(type) ?? 0;
  return new Date(
    Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute")),
  );
}

/** @param {Date} date */
function minuteOf(date) {
  return date.toISOString().slice(0, "2026-11-21T14:30".length);
}
