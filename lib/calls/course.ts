import type { CallCourse, CallLeg } from "../domain/call.ts";
import type { Caller } from "../domain/call_event.ts";

// The moves that a call can make, each by itself. When which is made is for transition.ts to say. All are
// pure; a move that changes nothing returns the very course that it was given.

/**
 * Whether `caller` can be the one who is on the call. A number that was not to be had may still come; a
 * number that was withheld never does, and none is ever taken back: to show the last caller's card to
 * another one is worse than to count one call as two.
 */
export function mayBeCaller(course: CallCourse, caller: Caller | null): boolean {
  if (caller === null || isUnknown(course)) return true;
  return course.number === caller.number && course.reason === caller.reason;
}

function isUnknown(course: CallCourse): boolean {
  return course.direction === "in" && course.number === null &&
    (course.reason === null || course.reason === "unavailable");
}

/** The call with its caller named, where none was known. */
export function named(course: CallCourse, caller: Caller | null): CallCourse {
  if (caller === null || !isUnknown(course)) return course;
  if (course.number === caller.number && course.reason === caller.reason) return course;
  return { ...course, number: caller.number, reason: caller.reason };
}

/** A call of which nothing is known but that it is there. */
export function begin(
  trunk: string,
  direction: CallCourse["direction"],
  state: "ringing" | "talking" | "dialling",
  now: number,
): CallCourse {
  return {
    trunk,
    direction,
    state,
    number: null,
    reason: null,
    startedAt: now,
    answeredAt: null,
    endedAt: null,
    outcome: null,
    legs: [],
    ringing: [],
    extension: null,
    heardAt: now,
  };
}

/** Whether the extension talks or dials on the call. */
export function has(course: CallCourse, extension: string): boolean {
  return course.state !== "ringing" && course.extension === extension;
}

/** An extension rings. One that rings or has the call already does not ring anew. */
export function ring(course: CallCourse, extension: string, now: number): CallCourse {
  if (has(course, extension) || course.ringing.includes(extension)) return course;
  return {
    ...leg(course, "rang", extension, now),
    ringing: [...course.ringing, extension],
    extension: course.state === "ringing" ? extension : course.extension,
  };
}

/** An extension takes the call: the others stop ringing. */
export function answer(course: CallCourse, extension: string, now: number): CallCourse {
  const incoming = course.direction === "in";
  return {
    ...leg(course, "answered", extension, now),
    state: incoming ? "talking" : "dialling",
    answeredAt: incoming ? course.answeredAt ?? now : null,
    ringing: [],
    extension,
  };
}

/** An extension takes the trunk to call somebody; `digits` are null before it has dialled. */
export function dial(
  course: CallCourse,
  extension: string,
  digits: string | null,
  now: number,
): CallCourse {
  return { ...leg(course, "dialled", extension, now), number: digits, extension };
}

function leg(
  course: CallCourse,
  kind: CallLeg["kind"],
  extension: string,
  at: number,
): CallCourse {
  return { ...course, legs: [...course.legs, { kind, extension, at }] };
}

/** The call is over, as what it is. */
export function end(course: CallCourse, at: number): CallCourse {
  const unanswered = course.direction === "out" ? "outbound" : "missed";
  return {
    ...course,
    state: "ended",
    endedAt: at,
    outcome: course.answeredAt === null ? unanswered : "answered",
    ringing: [],
    heardAt: at,
  };
}
