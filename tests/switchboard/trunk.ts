import type { CallCourse } from "../../lib/domain/call.ts";
import { applied, isNews } from "../../lib/domain/call_course.ts";
import type { OneCallEvent } from "../../lib/domain/call_event.ts";
import { reconstruct } from "../../lib/switches/pbx416/reconstruct.ts";
import type { TrunkEvent } from "../../lib/switches/pbx416/frames/trunk_event.ts";

/** What one event does to the call on its trunk. */
export interface Transition {
  /** The call that was on the trunk and is over now. */
  readonly ended: CallCourse | null;
  /** The call that is on the trunk now: the one before when nothing ended, else a new one. */
  readonly current: CallCourse | null;
  /** Whether anybody needs to hear of it; without it, at most `heardAt` has moved. */
  readonly changed: boolean;
}

let calls = 0;

/** Moves the call on a trunk (null: idle) by what a 416 tells of it, as the program does. */
export function transition(
  course: CallCourse | null,
  event: TrunkEvent,
  heardAt: number,
): Transition {
  const events = reconstruct(course, event, () => `${event.trunk}-${++calls}`);
  let at = heardAt;
  let ended: CallCourse | null = null;
  let current = course;
  let changed = false;
  for (const one of events as readonly OneCallEvent[]) {
    const before = current?.switchCall === one.call ? current : null;
    const after = applied(before, one, at);
    at = after?.heardAt ?? at;
    changed ||= after !== null && isNews(before, after);
    if (after?.state === "ended") ended = after;
    current = after?.state === "ended" ? null : after;
  }
  return { ended, current, changed };
}
