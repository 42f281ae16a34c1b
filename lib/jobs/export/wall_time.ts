import { wallClock } from "../../domain/wall_clock.ts";

/**
 * What the clock of a zone shows at a moment (ms since the epoch, UTC), as a Date whose UTC parts are those of the wall:
 * spreadsheets know no time zones.
 */
export function wallDate(timeZone: string): (at: number) => Date {
  const clock = wallClock(timeZone);
  return (at) => new Date(clock.shownAt(at));
}

/** `2026-11-21 14:03:22` */
export function wallText(wall: Date): string {
  return wall.toISOString().slice(0, 19).replace("T", " ");
}
