import type { Actor } from "../domain/audit.ts";
import type { Store } from "../store/database.ts";

/** What a job has of the world. */
export interface JobContext {
  /** The data folder. */
  readonly data: string;
  /** A connection of the job's own. Writes go through `Slices`. */
  readonly store: Store;
  /** In whose name the audit notes what it does. */
  readonly by: Actor;
  /** Aborted when somebody cancels, or the program stops. */
  readonly signal: AbortSignal;
  /** `claims` of the connection that goes first; null where nobody else in this process writes. */
  readonly claims: SharedArrayBuffer | null;
  /** `total` null: nobody knows how much there is. */
  progress(done: number, total: number | null): void;
  /** Milliseconds since the epoch, UTC. */
  now(): number;
  /** Whether it will be tried again where it fails with this: nothing is to be ended for good then. */
  comesAgain(error: unknown): boolean;
}

/** Lets everything else in this thread have its turn. */
export function turn(ms = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
