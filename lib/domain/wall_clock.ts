/** What the clock and the calendar on the wall show. */
export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The clock of one time zone. Moments are ms since the epoch, UTC. */
export interface WallClock {
  at(moment: number): WallTime;
  /** The moment at which UTC shows what the clock shows at `moment`. */
  shownAt(moment: number): number;
  /**
   * The moment at which the clock shows what UTC shows at `shown`. An hour that the clock skips is taken for
   * one beside it, an hour that it goes through twice for one of the two.
   */
  momentOf(shown: number): number;
}

/** Zones change their offset on a quarter of an hour, so that one look into the zone's table serves for it. */
const QUARTER_MS = 15 * 60_000;
const MOST_KEPT = 4096;

/** A table of a zone takes a tenth of a millisecond to make: one of each is kept, there are a few hundred. */
const CLOCKS = new Map<string, WallClock>();

/** Throws a RangeError where `timeZone` is no IANA name (`Asia/Seoul`). */
export function wallClock(timeZone: string): WallClock {
  let clock = CLOCKS.get(timeZone);
  if (clock === undefined) CLOCKS.set(timeZone, clock = clockOf(timeZone));
  return clock;
}

function clockOf(timeZone: string): WallClock {
  const table = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const kept = new Map<number, number>();

  /** How far the clock is ahead of UTC, ms. */
  function offset(moment: number): number {
    const quarter = Math.floor(moment / QUARTER_MS);
    let ahead = kept.get(quarter);
    if (ahead === undefined) {
      ahead = look(quarter * QUARTER_MS);
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(quarter, ahead);
    }
    return ahead;
  }

  function look(moment: number): number {
    const parts = new Map(table.formatToParts(moment).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
    const shown = Date.UTC(
      part("year"),
      part("month") - 1,
      part("day"),
      part("hour"),
      part("minute"),
      part("second"),
    );
    return shown - moment;
  }

  return {
    shownAt: (moment) => moment + offset(moment),
    at(moment) {
      const shown = new Date(moment + offset(moment));
      return {
        year: shown.getUTCFullYear(),
        month: shown.getUTCMonth() + 1,
        day: shown.getUTCDate(),
        weekday: shown.getUTCDay(),
        hour: shown.getUTCHours(),
        minute: shown.getUTCMinutes(),
        second: shown.getUTCSeconds(),
      };
    },
    momentOf(shown) {
      // A second look settles the days on which the clock changes between the guess and the moment.
      const guess = shown - offset(shown);
      return shown - offset(guess);
    },
  };
}
