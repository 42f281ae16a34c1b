import { Counter } from "./counter.ts";
import { Histogram } from "./histogram.ts";

/** What the running program counts of itself; nothing in it names a person or a number. */
export class ProgramMetrics {
  readonly frames = new Counter<"line" | "result">(
    "belltower_frames_total",
    "Frames from the line: accepted, ignored (no call changes), rejected (no good frame), failed (not stored).",
  );
  readonly acknowledgement = new Histogram(
    "belltower_acknowledgement_seconds",
    "From the first sign of a frame on the line to its acknowledgement, behind the commit.",
    [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4],
  );
  readonly requests = new Counter<"method" | "status">(
    "belltower_http_requests_total",
    "Requests answered, by method and status.",
  );

  families() {
    return [this.frames, this.acknowledgement, this.requests];
  }
}
