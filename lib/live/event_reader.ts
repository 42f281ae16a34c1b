import { guarded } from "../base/guarded.ts";
import { eventId, type OfficeEvent, seqOfEventId } from "../domain/event.ts";
import type { Staff } from "../domain/staff.ts";
import type { Committed } from "./committed.ts";
import type { LiveEvent } from "./live_event.ts";

/** Events are read so many at a time. */
const AT_ONCE = 200;
/** Who was away for more of them than this asks for everything anew: that costs less, and they fit into a stream's queue. */
const MOST_MISSED = 100;

/** An event as it is told: under its ID, and what each person gets of it; null is nothing. */
export interface News {
  readonly id: string;
  readonly compose: (person: Staff) => LiveEvent | null;
}

/** Reads the committed events, each once, in their order, and finds again what somebody has missed of them. */
export class EventReader {
  #last: Pick<OfficeEvent, "seq" | "at">;

  /** Begins behind what has been committed by now. */
  constructor(private readonly committed: Committed) {
    this.#last = committed.newest();
  }

  /** The last event that was read. */
  get last(): Pick<OfficeEvent, "seq" | "at"> {
    return this.#last;
  }

  /** What has been committed since. Never throws: what could not be read is read the next time. */
  *unread(): Generator<News, void, undefined> {
    for (;;) {
      const some = this.#after(this.#last.seq, AT_ONCE);
      for (const event of some) {
        this.#last = event;
        yield this.#newsOf(event);
      }
      if (some.length < AT_ONCE) return;
    }
  }

  /** Goes on behind what has been committed by now: there is nobody to be told of it. Never throws. */
  skip(): void {
    this.#last = guarded("the look for events", () => this.committed.newest(), this.#last);
  }

  /**
   * What was read behind the event of this ID; null where the ID is of another database or of what is not kept any more,
   * or there is too much.
   */
  since(id: string): News[] | null {
    const seq = seqOfEventId(id);
    if (seq === null || seq > this.#last.seq) return null;
    const event = guarded("the place of a browser", () => this.committed.at(seq), null);
    if (event === null || eventId(event) !== id) return null;
    const missed = this.#after(seq, MOST_MISSED + 1).filter((one) => one.seq <= this.#last.seq);
    // Without a gap: what was written while the clock was wrong goes before what stands in front of it.
    const isWhole = missed.length <= MOST_MISSED && missed.length === this.#last.seq - seq;
    return isWhole ? missed.map((one) => this.#newsOf(one)) : null;
  }

  #after(seq: number, limit: number): readonly OfficeEvent[] {
    return guarded("the look for events", () => this.committed.after(seq, limit), []);
  }

  /** Made when somebody is to be told: where that fails, they are let go, and hear of it when they are back. */
  #newsOf(event: OfficeEvent): News {
    let news: News["compose"] | null = null;
    return {
      id: eventId(event),
      compose: (person) => (news ??= this.committed.newsOf(event))(person),
    };
  }
}
