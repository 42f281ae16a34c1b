import {
  type CallCause,
  type CallCourse,
  type CallOutcome,
  type Connection,
  isLive,
} from "./call.ts";
import { withState } from "./call_connections.ts";

/** The call is over, as what it is. */
export function ended<Known extends CallCourse>(
  course: Known,
  at: number,
  cause: CallCause | null = null,
): Known {
  if (course.state === "ended") return course;
  const connections = course.connections.map((one) =>
    isLive(one) ? withState(one, { state: "null", leftAt: at, cause: null }, at) : one
  );
  const outcome = outcomeOf(course);
  return {
    ...course,
    connections,
    state: "ended",
    endedAt: at,
    outcome,
    cause: outcome === "answered" ? null : cause ?? failureOf(connections),
    heardAt: at,
  };
}

function outcomeOf({ answeredAt, direction, connections }: CallCourse): CallOutcome {
  if (answeredAt !== null) return "answered";
  if (direction === "in") return "missed";
  const isShown = direction === "internal" || connections.some(({ kind }) => kind === "external");
  return isShown ? "unanswered" : "outbound";
}

/** Why the last device that failed did; what fails has a call's cause. */
function failureOf(connections: readonly Connection[]): CallCause | null {
  const failed = connections.findLast(({ state }) => state === "failed");
  return (failed?.cause ?? null) as CallCause | null;
}
