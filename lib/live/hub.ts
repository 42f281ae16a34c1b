import { getLogger } from "@logtape/logtape";
import { guarded } from "../base/guarded.ts";
import { every } from "../base/keep.ts";
import { eventId, type OfficeEvent } from "../domain/event.ts";
import type { Staff } from "../domain/staff.ts";
import { Attendance, type AttendanceChange } from "./attendance.ts";
import { BOARD_CHANGED } from "./call_audience.ts";
import { type Committed, NOTHING_COMMITTED } from "./committed.ts";
import { type Encoded, encoded, encodedOnce } from "./event_encoder.ts";
import { EventStream, HEARTBEAT, STREAM_START } from "./event_stream.ts";
import { EventReader } from "./event_reader.ts";
import type { RightsState } from "./known_person.ts";
import type { LiveEvent, LiveName } from "./live_event.ts";

const log = getLogger(["belltower", "live"]);

/** One browser that listens. */
export interface Listener {
  /** Names the session, and is no secret: it goes into the page. */
  readonly sessionKey: string;
  /**
   * Whose session it is at this moment, with the rights of this moment; null when it is over. What was known of it may
   * be kept while `rights` is the same (`knownPerson`).
   */
  readonly person: (rights: RightsState) => Staff | null;
}

export interface HubLimits {
  /** Streams in all; the next one is refused. */
  readonly streams: number;
  /** Streams of one session; the next one takes the place of the oldest, which a sleeping computer left. */
  readonly streamsPerSession: number;
  /** Streams of one person, in all browsers, in the same way. */
  readonly streamsPerPerson: number;
  /** Pieces that wait for one browser before it is told to ask for everything anew. */
  readonly queue: number;
}

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

/** Screens on the wall are of no person; those of staff have IDs from 1 on. */
const NOBODY = 0;

interface Client {
  readonly listener: Listener;
  readonly stream: EventStream;
  /** Who it was when somebody asked last. */
  seen: Staff | null;
}

/**
 * Tells browsers what happens, each only what its person may hear, in the order in which it happened. What is stored it
 * reads from the table of events, behind its commit, and nothing else of it is told; a browser that was away goes on
 * where it was. What stands in memory alone (how the lines are, who listens, a beat) has no place in that order:
 * `publish` tells it, and whoever comes back asks for it anew.
 */
export class LiveHub {
  readonly #clients = new Set<Client>();
  /** Streams that were ended and may not have reached their browser yet; broken off at the next beat but one. */
  #ending: { readonly stream: EventStream; beats: number }[] = [];
  readonly #attendance = new Attendance();
  readonly #events: EventReader;
  #reading = false;
  readonly #sent = new Map<LiveName, number>();
  #beating: AbortController | null = null;
  #closed = false;
  readonly #rights: () => RightsState;
  readonly #attended: (staffId: number, change: AttendanceChange) => void;

  constructor(
    private readonly limits: HubLimits = HUB_LIMITS,
    private readonly clock: () => number = Date.now,
    { committed = NOTHING_COMMITTED, rights = () => null, attended = () => undefined }: HubOffice =
      {},
  ) {
    this.#events = new EventReader(committed);
    this.#rights = rights;
    this.#attended = attended;
  }

  /** How many browsers listen. */
  get size(): number {
    return this.#clients.size;
  }

  /** How many events of each name were sent since the start, one for each browser. */
  get sent(): ReadonlyMap<LiveName, number> {
    return this.#sent;
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
    // Who is told may be seen to have gone, which is stored, which calls this: the loop below comes to it.
    if (this.#reading || this.#closed) return;
    if (this.#clients.size === 0) return this.#events.skip();
    this.#reading = true;
    try {
      for (const { compose, id } of this.#events.unread()) this.#publish(compose, id);
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
    const person = listener.person(this.#rightsNow());
    this.#makeRoom(listener.sessionKey, person?.id ?? NOBODY);
    if (this.#clients.size >= this.limits.streams) return null;
    const stream = new EventStream(this.limits.queue, () => this.#clients.delete(client));
    const client: Client = { listener, stream, seen: person };
    // Before it listens itself: its page asks for the board anyway.
    if (person !== null && this.#attendance.arrive(person.id)) this.#changed(person.id, "arrived");
    this.#clients.add(client);
    this.#greet(client, first, after);
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
    for (const client of this.#clients) {
      if (client.seen === null) continue;
      const event = compose(client.seen);
      this.#send(client, event.name, bytesOf(event));
    }
  }

  /**
   * Ends the streams of a session that is over; its browsers learn why. `staffId` is whose it was: who has no
   * other one is away from now on.
   */
  endSession(sessionKey: string, staffId: number | null = null): void {
    for (const client of this.#clients) {
      if (client.listener.sessionKey === sessionKey) this.#signOut(client);
    }
    if (staffId === null || this.#listening().has(staffId)) return;
    this.#attendance.leave(staffId);
    // Also of who had no stream, as where there were too many: they have gone all the same.
    this.#changed(staffId, "signed_out");
  }

  /** One heartbeat for all: shows both sides that the connection lives, and finds sessions that do not. */
  beat(): void {
    for (const ending of this.#ending) if (++ending.beats > 1) ending.stream.abort();
    this.#ending = this.#ending.filter((ending) => ending.beats <= 1);
    const beat: LiveEvent = { name: "beat", data: { now: this.clock() } };
    // Its ID is the place up to which everybody has heard what they may.
    const bytes = encoded(beat, eventId(this.told), HEARTBEAT);
    const listening = new Set<number>();
    this.#forEach((client, person) => {
      listening.add(person.id);
      this.#send(client, beat.name, bytes);
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
    for (const { stream } of this.#ending) stream.abort();
    this.#ending = [];
    for (const client of this.#clients) client.stream.end();
    this.#clients.clear();
  }

  #publish(compose: (person: Staff) => LiveEvent | null, id: string | null): void {
    const bytesOf = encodedOnce(id);
    this.#forEach((client, person) => {
      const event = compose(person);
      if (event !== null) this.#send(client, event.name, bytesOf(event));
    });
  }

  /** The first event, and what was missed: each with its own ID, so that one who is cut off in the middle goes on there. */
  #greet(client: Client, first: LiveEvent, after: string | null): void {
    const missed = this.#missedBy(client.seen, after);
    const resumed = missed !== null;
    const greeting = first.name === "hello" && resumed
      ? { ...first, data: { ...first.data, resumed } }
      : first;
    const id = resumed ? null : eventId(this.told);
    this.#send(client, first.name, encoded(greeting, id, STREAM_START));
    for (const { event, id } of missed ?? []) this.#send(client, event.name, encoded(event, id));
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

  /** Where a session or a person has as many streams as they may, the oldest one ends. */
  #makeRoom(sessionKey: string, personId: number): void {
    const all = [...this.#clients];
    const ofSession = all.filter(({ listener }) => listener.sessionKey === sessionKey);
    if (ofSession.length >= this.limits.streamsPerSession) return this.#end(ofSession[0]!);
    if (personId === NOBODY || all.length < this.limits.streamsPerPerson) return;
    // A session is never another person's.
    const own = all.filter(({ seen }) => seen?.id === personId);
    if (own.length >= this.limits.streamsPerPerson) this.#end(own[0]!);
  }

  /** Who listens at this moment; streams of sessions that are over end. */
  #listening(): Set<number> {
    const ids = new Set<number>();
    this.#forEach((_, person) => ids.add(person.id));
    return ids;
  }

  /** Everybody who listens at this moment; streams of sessions that are over end, and those that fail. */
  #forEach(tell: (client: Client, person: Staff) => void): void {
    const rights = this.#rightsNow();
    for (const client of this.#clients) {
      try {
        const person = client.listener.person(rights);
        if (person === null) this.#signOut(client);
        else {
          client.seen = person;
          tell(client, person);
        }
      } catch (error) {
        log.error("A browser could not be told of something and is to connect anew: {error}", {
          error,
        });
        this.#end(client);
      }
    }
  }

  /** Null where the database does not say: then each browser is looked up by itself, and let go where that fails, too. */
  #rightsNow(): RightsState {
    return guarded("the look for changed rights", () => this.#rights(), null);
  }

  #send(client: Client, name: LiveName, bytes: Encoded): void {
    this.#count(name);
    if (client.stream.write(bytes)) return;
    log.info("A browser of session {sessionKey} fell behind and is told to reload", {
      sessionKey: client.listener.sessionKey,
    });
    this.#end(client, { name: "reload", data: {} });
  }

  #signOut(client: Client): void {
    this.#end(client, { name: "signed_out", data: {} });
  }

  #end(client: Client, last: LiveEvent | null = null): void {
    this.#clients.delete(client);
    if (last === null) client.stream.end();
    else {
      this.#count(last.name);
      client.stream.end(encoded(last, null));
    }
    this.#ending.push({ stream: client.stream, beats: 0 });
  }

  #count(name: LiveName): void {
    this.#sent.set(name, (this.#sent.get(name) ?? 0) + 1);
  }
}
