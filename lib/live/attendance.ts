/** Two beats without a stream: a page that is left for the next one is no absence. */
const MISSED_BEATS = 2;

/** What happened to somebody's being at a browser. */
export type AttendanceChange = "arrived" | "gone" | "signed_out";

/** Who of the staff listens, and so is at a browser; by the IDs of persons. */
export class Attendance {
  /** How many beats each has been without a stream. */
  readonly #missed = new Map<number, number>();

  has(id: number): boolean {
    return this.#missed.has(id);
  }

  /** Somebody opens a stream; true where nobody knew that they are there. */
  arrive(id: number): boolean {
    const isNew = !this.#missed.has(id);
    this.#missed.set(id, 0);
    return isNew;
  }

  /** Somebody signs out: away at once. */
  leave(id: number): void {
    this.#missed.delete(id);
  }

  /** One beat, at which these listen; who has gone by it. */
  beat(listening: ReadonlySet<number>): number[] {
    const gone: number[] = [];
    for (const [id, missed] of this.#missed) {
      if (listening.has(id)) this.#missed.set(id, 0);
      else if (missed + 1 < MISSED_BEATS) this.#missed.set(id, missed + 1);
      else gone.push(id);
    }
    for (const id of gone) this.#missed.delete(id);
    return gone;
  }
}
