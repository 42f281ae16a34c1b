import type { CallCourse } from "../domain/call.ts";
import { ended } from "../domain/call_end.ts";
import type { LapseLimits } from "../switches/switch.ts";

/** For a line that is not open: its switch, which may be the reason for that, is not asked for its own. */
export const CLOSED_LINE_LIMITS: LapseLimits = {
  ringLapseMs: 120_000,
  talkLapseMs: 4 * 3_600_000,
};

/**
 * The end of a call that the wire has forgotten, or null while it may still go on: a ringing one is over
 * when the ring signals stop, at the last of them; a talk that nobody cleared for hours lost its F.
 */
export function lapse<Known extends CallCourse>(
  course: Known,
  now: number,
  limits: LapseLimits,
): Known | null {
  const limit = course.state === "ringing" ? limits.ringLapseMs : limits.talkLapseMs;
  return now - course.heardAt > limit ? ended(course, course.heardAt) : null;
}
