import { guarded } from "../base/guarded.ts";
import { every } from "../base/keep.ts";
import { eventId, type OfficeEvent } from "../domain/event.ts";
import type { Staff } from "../domain/staff.ts";
import { Attendance, type AttendanceChange } from "./attendance.ts";
import { BOARD_CHANGED } from "./call_audience.ts";
import { type Browser, Browsers, type HubLimits, type Listener } from "./browsers.ts";
import { type Committed, NOTHING_COMMITTED } from "./committed.ts";
import { encoded, encodedOnce } from "./event_encoder.ts";
import { HEARTBEAT, STREAM_START } from "./event_stream.ts";
import { EventReader } from "./event_reader.ts";
import type { RightsState } from "./known_person.ts";
import type { LiveEvent, LiveName } from "./live_event.ts";

/** What the hub has of the office. */
export interface HubOffice {
  readonly committed?: Committed;
  /** Is asked once for each thing that is told; without it, everybody is looked up each time. */
  readonly rights?: () => RightsState;
  /** Hears who comes to a browser, and goes from it; a restart of the server is neither. */
  readonly attended?: (staffId: number, change: AttendanceChange) => void;
}

export const HUB_LIMITS: HubLimits = {
  streams: 200,
  streamsPerSession: 8,
  streamsPerPerson: 24,
  queue: 256,
};

/** Between two heartbeats, in ms. */
const BEAT_MS = 15_000;
/**
 * How often somebody looks for what nobody said to have committed, in ms: another process, the jobs' thread, a thread that
 * died behind its commit.
 */
const LOOK_MS = 1000;

/**
 * Tells browsers what happens, each only what its person may hear, in the order in which it happened. What is stored it
 * reads from the table of events, behind its commit, and nothing else of it is told; a browser that was away goes on
 * where it was. What stands in memory alone (how the lines are, who listens, a beat) has no place in that order:
 * `publish` tells it, and whoever comes back asks for it anew.
 */
export class LiveHub {
  readonly #browsers: Browsers;
  readonly #attendance = new Attendance();
  readonly #events: EventReader;
  #reading = false;
  /** Something has been committed since the last look. */
  #isMore = false;
  #beating: AbortController | null = null;
  #closed = false;
  readonly #attended: (staffId: number, change: AttendanceChange) => void;

  constructor(
    limits: HubLimits = HUB_LIMITS,
    private readonly clock: () => number = Date.now,
    { committed = NOTHING_COMMITTED, rights = () => null, attended = () => undefined }: HubOffice =
      {},
  ) {
    this.#events = new EventReader(committed);
    this.#browsers = new Browsers(limits, rights);
    this.#attended = attended;
  }

  /** How many browsers listen. */
  get size(): number {
    return this.#browsers.size;
  }

  /** How many events of each name were sent since the start, one for each browser. */
  get sent(): ReadonlyMap<LiveName, number> {
    return this.#browsers.sent;
  }

  /** The last event that was told: what is read of the database from now on is not from before it. */
  get told(): Pick<OfficeEvent, "seq" | "at"> {
    return this.#events.last;
  }

  /** Whether this member of the staff is at a browser, or was a moment ago. */
  attends(staffId: number): boolean {
    return this.#attendance.has(staffId);
  }

  /** Beats every 15 s from now on, and looks for events, until `close`. */
  start(): void {
    if (this.#beating !== null) return;
    this.#beating = new AbortController();
    const { signal } = this.#beating;
    every(BEAT_MS, "the heartbeat of the streams", () => this.beat(), signal);
    every(LOOK_MS, "the look for events", () => this.read(), signal);
  }

  /**
   * Tells everybody of what has been committed since the last time. To be called when something has been, as often as
   * one likes. Never throws: what could not be read is read the next time.
   */
  read(): void {
    if (this.#closed) return;
    if (this.#browsers.size === 0) return this.#events.skip();
    // Who is told may be seen to have gone, which is stored, which calls this: the loop below comes to it.
    this.#isMore = true;
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (this.#isMore) {
        this.#isMore = false;
        for (const { compose, id } of this.#events.unread()) this.#publish(compose, id);
      }
    } finally {
      this.#reading = false;
    }
  }

  /**
   * A stream for one more browser, which begins with `first`; null when there are too many or the hub is closed. `after`
   * is the ID of the last event that it has heard: where everything since is kept, the greeting says so (`resumed`) and
   * what its person may hear of it follows; else its pages have to ask for everything.
   */
  join(
    listener: Listener,
    first: LiveEvent,
    after: string | null = null,
  ): ReadableStream<Uint8Array<ArrayBuffer>> | null {
    if (this.#closed) return null;
    const browser = this.#browsers.admit(listener);
    if (browser === null) return null;
    const { seen: person, stream } = browser;
    // Before it listens itself: its page asks for the board anyway.
    if (person !== null && this.#attendance.arrive(person.id)) this.#changed(person.id, "arrived");
    this.#browsers.add(browser);
    this.#greet(browser, first, after);
    return stream.body;
  }

  /**
   * Tells everybody what `compose` makes of it for them; null is nothing. It is for what is not stored. Never throws. A
   * browser that could not be told, since the database did not answer, is let go: it connects anew.
   */
  publish(compose: (person: Staff) => LiveEvent | null): void {
    this.#publish(compose, null);
  }

  /**
   * The same for news of the server itself, such as that its disk does not answer: nobody's rights are looked up, it
   * goes to whom each browser was known to be.
   */
  announce(compose: (person: Staff) => LiveEvent): void {
    const bytesOf = encodedOnce(null);
    for (const browser of this.#browsers) {
      if (browser.seen === null) continue;
      const event = compose(browser.seen);
      this.#browsers.send(browser, event.name, bytesOf(event));
    }
  }

  /**
   * Ends the streams of a session that is over; its browsers learn why. `staffId` is whose it was: who has no
   * other one is away from now on.
   */
  endSession(sessionKey: string, staffId: number | null = null): void {
    for (const browser of this.#browsers) {
      if (browser.listener.sessionKey === sessionKey) this.#browsers.signOut(browser);
    }
    if (staffId === null || this.#browsers.listening().has(staffId)) return;
    this.#attendance.leave(staffId);
    // Also of who had no stream, as where there were too many: they have gone all the same.
    this.#changed(staffId, "signed_out");
  }

  /** One heartbeat for all: shows both sides that the connection lives, and finds sessions that do not. */
  beat(): void {
    this.#browsers.beat();
    const beat: LiveEvent = { name: "beat", data: { now: this.clock() } };
    // Its ID is the place up to which everybody has heard what they may.
    const bytes = encoded(beat, eventId(this.told), HEARTBEAT);
    const listening = new Set<number>();
    this.#browsers.forEach((browser, person) => {
      listening.add(person.id);
      this.#browsers.send(browser, beat.name, bytes);
    });
    for (const id of this.#attendance.beat(listening)) this.#changed(id, "gone");
  }

  /**
   * Ends every stream and takes no new one: the web server stops only when the last one has ended. One that
   * was ended earlier and has not been taken yet is broken off.
   */
  close(): void {
    this.#closed = true;
    this.#beating?.abort();
    this.#browsers.close();
  }

  #publish(compose: (person: Staff) => LiveEvent | null, id: string | null): void {
    const bytesOf = encodedOnce(id);
    this.#browsers.forEach((browser, person) => {
      const event = compose(person);
      if (event !== null) this.#browsers.send(browser, event.name, bytesOf(event));
    });
  }

  /** The first event, and what was missed: each with its own ID, so that one who is cut off in the middle goes on there. */
  #greet(browser: Browser, first: LiveEvent, after: string | null): void {
    const missed = this.#missedBy(browser.seen, after);
    const resumed = missed !== null;
    const greeting = first.name === "hello" && resumed
      ? { ...first, data: { ...first.data, resumed } }
      : first;
    const id = resumed ? null : eventId(this.told);
    this.#browsers.send(browser, first.name, encoded(greeting, id, STREAM_START));
    for (const { event, id } of missed ?? []) {
      this.#browsers.send(browser, event.name, encoded(event, id));
    }
  }

  /** What this person may hear of what was told behind the event of that ID; null where everything is to be asked for. */
  #missedBy(person: Staff | null, after: string | null) {
    const news = person === null || after === null ? null : this.#events.since(after);
    if (news === null) return null;
    const compose = () =>
      news.flatMap(({ id, compose }) => {
        const event = compose(person!);
        return event === null ? [] : [{ id, event }];
      });
    return guarded("what a browser has missed", compose, null);
  }

  #changed(staffId: number, change: AttendanceChange): void {
    guarded("who is at a browser", () => this.#attended(staffId, change), null);
    this.publish(() => BOARD_CHANGED);
  }
}
