import { getLogger } from "@logtape/logtape";
import { guarded } from "../base/guarded.ts";
import type { Staff } from "../domain/staff.ts";
import { type Encoded, encoded } from "./event_encoder.ts";
import { EventStream } from "./event_stream.ts";
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

/** One that is connected. */
export interface Browser {
  readonly listener: Listener;
  readonly stream: EventStream;
  /** Who it was when somebody asked last. */
  seen: Staff | null;
}

/** Screens on the wall are of no person; those of staff have IDs from 1 on. */
const NOBODY = 0;

/** The browsers that listen: who each of them is at a moment, how many there may be, and how their streams end. */
export class Browsers {
  readonly #all = new Set<Browser>();
  /** Streams that were ended and may not have reached their browser yet; broken off at the next beat but one. */
  #ending: { readonly stream: EventStream; beats: number }[] = [];
  readonly #sent = new Map<LiveName, number>();

  /** `rights` is asked once for all of them; null where the database does not say. */
  constructor(private readonly limits: HubLimits, private readonly rights: () => RightsState) {}

  get size(): number {
    return this.#all.size;
  }

  /** How many events of each name were sent since the start, one for each browser. */
  get sent(): ReadonlyMap<LiveName, number> {
    return this.#sent;
  }

  /** All of them, whoever they are by now. */
  [Symbol.iterator](): IterableIterator<Browser> {
    return this.#all.values();
  }

  /** Who this is, and a stream that is not heard yet: see `add`. Null where there are too many. */
  admit(listener: Listener): Browser | null {
    const person = listener.person(this.#rightsNow());
    this.#makeRoom(listener.sessionKey, person?.id ?? NOBODY);
    if (this.size >= this.limits.streams) return null;
    const stream = new EventStream(this.limits.queue, () => this.#all.delete(browser));
    const browser: Browser = { listener, stream, seen: person };
    return browser;
  }

  add(browser: Browser): void {
    this.#all.add(browser);
  }

  /** Everybody who listens at this moment; streams of sessions that are over end, and those that fail. */
  forEach(tell: (browser: Browser, person: Staff) => void): void {
    const rights = this.#rightsNow();
    for (const browser of this.#all) {
      try {
        const person = browser.listener.person(rights);
        if (person === null) this.signOut(browser);
        else {
          browser.seen = person;
          tell(browser, person);
        }
      } catch (error) {
        log.error("A browser could not be told of something and is to connect anew: {error}", {
          error,
        });
        this.#end(browser);
      }
    }
  }

  /** Who listens at this moment; streams of sessions that are over end. */
  listening(): Set<number> {
    const ids = new Set<number>();
    this.forEach((_, person) => ids.add(person.id));
    return ids;
  }

  /** A browser that does not take it in is told to reload. */
  send(browser: Browser, name: LiveName, bytes: Encoded): void {
    this.#count(name);
    if (browser.stream.write(bytes)) return;
    log.info("A browser of session {sessionKey} fell behind and is told to reload", {
      sessionKey: browser.listener.sessionKey,
    });
    this.#end(browser, { name: "reload", data: {} });
  }

  /** Its session is over; it learns why. */
  signOut(browser: Browser): void {
    this.#end(browser, { name: "signed_out", data: {} });
  }

  /** Breaks off what was ended a beat ago, and has not been taken. */
  beat(): void {
    for (const ending of this.#ending) if (++ending.beats > 1) ending.stream.abort();
    this.#ending = this.#ending.filter((ending) => ending.beats <= 1);
  }

  /** Ends every stream; one that was ended earlier and has not been taken yet is broken off. */
  close(): void {
    for (const { stream } of this.#ending) stream.abort();
    this.#ending = [];
    for (const browser of this.#all) browser.stream.end();
    this.#all.clear();
  }

  /** Where a session or a person has as many streams as they may, the oldest one ends. */
  #makeRoom(sessionKey: string, personId: number): void {
    const all = [...this.#all];
    const ofSession = all.filter(({ listener }) => listener.sessionKey === sessionKey);
    if (ofSession.length >= this.limits.streamsPerSession) return this.#end(ofSession[0]!);
    if (personId === NOBODY || all.length < this.limits.streamsPerPerson) return;
    // A session is never another person's.
    const own = all.filter(({ seen }) => seen?.id === personId);
    if (own.length >= this.limits.streamsPerPerson) this.#end(own[0]!);
  }

  #end(browser: Browser, last: LiveEvent | null = null): void {
    this.#all.delete(browser);
    if (last === null) browser.stream.end();
    else {
      this.#count(last.name);
      browser.stream.end(encoded(last, null));
    }
    this.#ending.push({ stream: browser.stream, beats: 0 });
  }

  /** Null where the database does not say: then each browser is looked up by itself, and let go where that fails, too. */
  #rightsNow(): RightsState {
    return guarded("the look for changed rights", () => this.rights(), null);
  }

  #count(name: LiveName): void {
    this.#sent.set(name, (this.#sent.get(name) ?? 0) + 1);
  }
}
