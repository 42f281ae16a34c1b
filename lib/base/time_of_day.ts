/** The time of day, in whole ms since the epoch, of an instant of this thread's monotonic clock. */
export function timeOfDay(at: number): number {
  return Math.round(Date.now() - (performance.now() - at));
}
