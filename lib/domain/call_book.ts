import type { CallCourse } from "./call.ts";
import { applied } from "./call_course.ts";
import { united } from "./united_calls.ts";
import type { CallEvent } from "./call_event.ts";

/** How one call went on by what was told together. */
export interface CallChange<Known extends CallCourse> {
  /** Null where the call began by it. */
  readonly before: Known | null;
  readonly after: CallCourse;
  /** The call for which this one asks somebody, by the switch's ID; null for a call that was known, too. */
  readonly consultationOf: string | null;
}

/**
 * What several events that are told together make of the calls of one switch: each call is looked up once, by `find`
 * (the live one of that ID), and changes once.
 */
export class CallBook<Known extends CallCourse> {
  readonly #changes: CallChange<Known>[] = [];
  readonly #found = new Map<string, Known>();
  /** Every ID that the calls which have changed go by or went by. */
  readonly #names = new Set<string>();
  /** What is told together happened together: a clock that jumped back for one of the calls did so for all. */
  #latest = -Infinity;

  /** `isOver` says whether a call of that ID was here that goes on no more. */
  constructor(
    private readonly find: (switchCall: string) => Known | null,
    private readonly isOver: (switchCall: string) => boolean = () => false,
  ) {}

  /** In the order in which they were first told of, but first what was known and is over: another may take over its ID. */
  get changes(): readonly CallChange<Known>[] {
    const isOver = ({ before, after }: CallChange<Known>) =>
      before !== null && after.state === "ended";
    return [...this.#changes.filter(isOver), ...this.#changes.filter((one) => !isOver(one))];
  }

  /** The event was told with the time `toldAt`, milliseconds since the epoch, UTC. */
  apply(event: CallEvent, toldAt: number): void {
    const at = Math.max(toldAt, this.#latest);
    const known = this.#live(event.call);
    if (event.type !== "Transferred" && event.type !== "Conferenced") {
      // It has ended, and is told again: no ID is used twice.
      if (known === null && (this.#names.has(event.call) || this.isOver(event.call))) return;
      const after = applied(known?.after ?? null, event, at);
      if (after === null) return;
      const { before, consultationOf } = known ?? begunBy(event);
      this.#keep(known, { before, after, consultationOf });
      return;
    }
    const another = event.consulted === event.call ? null : event.consulted;
    const consulted = another === null ? null : this.#live(another);
    // One of the two calls may be unknown: the other one still goes on by the new ID.
    const [first, second] = known === null ? [consulted, null] : [known, consulted];
    if (first === null) return;
    const named = {
      ...event,
      into: this.#isFree(event.into, first, second) ? event.into : first.after.switchCall,
    };
    const { survivor, over, swapped } = united(first.after, second?.after ?? null, named, at);
    const [stays, goes] = swapped ? [second!, first] : [first, second];
    this.#keep(stays, { ...stays, after: survivor });
    if (goes !== null && over !== null) this.#keep(goes, { ...goes, after: over });
  }

  /** Whether no third call has this ID: a switch that says so is wrong, and of two calls none is lost. */
  #isFree(into: string, ...own: readonly (CallChange<Known> | null)[]): boolean {
    return own.some((one) => one?.after.switchCall === into) || this.#live(into) === null;
  }

  #live(switchCall: string): CallChange<Known> | null {
    const told = this.#changes.findLast(({ after }) =>
      after.switchCall === switchCall && after.state !== "ended"
    );
    if (told !== undefined) return told;
    const before = this.#found.get(switchCall) ?? this.find(switchCall);
    if (before === null) return null;
    this.#found.set(switchCall, before);
    // Its end, or another name for it, may have been told just now.
    if (this.#changes.some((one) => one.before === before)) return null;
    return { before, after: before, consultationOf: null };
  }

  #keep(known: CallChange<Known> | null, change: CallChange<Known>): void {
    this.#latest = Math.max(this.#latest, change.after.heardAt);
    for (const one of [change.before, change.after]) {
      if (one !== null) this.#names.add(one.switchCall);
    }
    const index = known === null ? -1 : this.#changes.indexOf(known);
    if (index === -1) this.#changes.push(change);
    else this.#changes[index] = change;
  }
}

function begunBy(event: CallEvent): Pick<CallChange<never>, "before" | "consultationOf"> {
  return {
    before: null,
    consultationOf: "consultationOf" in event ? event.consultationOf : null,
  };
}
