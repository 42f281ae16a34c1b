// @ts-check
/**
 * The one connection to /live, in the shared worker or, where there is none, in a page.
 *
 * It watches over itself: a stream that sends nothing for 40 s (a beat comes every 15 s) is dead whatever the
 * browser says, and a timer that wakes late means that the computer slept. It reconnects by its own clock,
 * because EventSource gives up for good after an answer such as 503.
 */
import { LIVE_EVENTS } from "./live_events.js";

/**
 * @typedef {import("../../lib/live/live_event.ts").LiveEvent} LiveEvent
 * @typedef {import("../../lib/live/live_event.ts").ChangedMessage} ChangedMessage
 * @typedef {"signed_out" | "replaced" | "closed"} EndName
 * @typedef {"connecting" | "live" | "reconnecting" | "offline" | EndName} StateName
 * `resumed`: this connection went on where the last one was. `changes` is what was changed behind the event `behind`, all
 * of it, each under the ID of its event.
 * @typedef {{
 *   readonly name: StateName,
 *   readonly since: number,
 *   readonly resumed: boolean,
 *   readonly behind: string,
 *   readonly changes: readonly { readonly id: string, readonly change: ChangedMessage }[],
 * }} StreamState
 */

/**
 * What a page tells who keeps the stream: to connect anew, to see whether it still lives, that the page goes; and first that
 * it has come, with the ID of the last event that had been told when it was made.
 * @typedef {"reconnect" | "check" | "bye" | { readonly told: string }} PageMessage
 */
/**
 * What the page is told: an event of the stream, under the ID up to which all has been told with it, or that the stream's
 * state is another one.
 * @typedef {{ readonly kind: "event", readonly heard: string } & LiveEvent} EventMessage
 * @typedef {{ readonly kind: "state", readonly state: StreamState }} StateMessage
 * @typedef {EventMessage | StateMessage} StreamMessage
 */

const SILENCE_MS = 40_000;
const WATCH_MS = 5_000;
const SLEEP_MS = 15_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;
const OFFLINE_AFTER_MS = 8_000;
/** As many as the server tells a page that was away. */
const MOST_CHANGES = 100;

export class LiveStream {
  /** @type {EventSource | null} */
  #source = null;
  #sessionKey;
  #onEvent;
  #onState;
  #urls;
  #heardAt = 0;
  /** The ID of the last event: where the next connection goes on. */
  #heard = "";
  /** What was changed behind `#behind`: for a page that joins in, and may have been made before that. */
  /** @type {StreamState["changes"]} */
  #changes = [];
  #behind = "";
  #tickAt = Date.now();
  #attempt = 0;
  /** @type {number | undefined} */
  #retry;
  /** @type {number | undefined} */
  #watch;
  /** @type {Pick<StreamState, "name" | "since" | "resumed">} */
  #state = { name: "connecting", since: Date.now(), resumed: false };

  /**
   * Calls `onEvent` for every event of the stream, with the ID of the last one that has one, and `onState` when the state changes: connecting, live, reconnecting
   * (lost, being tried again), offline (the server cannot be reached), signed_out, replaced (another session is signed
   * in), closed. `urls.session` answers 401 when the session is over.
   * @param {string} sessionKey
   * @param {(event: LiveEvent, heard: string) => void} onEvent
   * @param {(state: StreamState) => void} onState
   */
  constructor(sessionKey, onEvent, onState, urls = { live: "/live", session: "/session" }) {
    this.#urls = urls;
    this.#sessionKey = sessionKey;
    this.#onEvent = onEvent;
    this.#onState = onState;
  }

  /** @returns {StreamState} */
  get state() {
    return { ...this.#state, behind: this.#behind, changes: this.#changes };
  }

  /** Goes on behind the event `after`, where that is known. */
  start(after = "") {
    [this.#heard, this.#behind] = [after, after];
    this.#watch = setInterval(() => this.#look(), WATCH_MS);
    this.#open();
  }

  /** Tries at once: asked for by a person, or by a page that hears that the network is back. */
  reconnect() {
    if (this.isOver) return;
    this.#attempt = 0;
    this.#lost();
    this.#open();
  }

  /** Reconnects if the stream has been silent for longer than a beat should take. */
  check() {
    if (this.#state.name !== "live" || Date.now() - this.#heardAt > SILENCE_MS / 2) {
      this.reconnect();
    }
  }

  /** @param {EndName} state */
  close(state = "closed") {
    clearInterval(this.#watch);
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
    this.#setState(state);
  }

  #open() {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#heardAt = Date.now();
    const after = this.#heard === "" ? "" : `?after=${encodeURIComponent(this.#heard)}`;
    const source = new EventSource(this.#urls.live + after);
    this.#source = source;
    for (const name of LIVE_EVENTS) {
      source.addEventListener(name, (event) => {
        if (this.#source !== source) return;
        // Empty where the first event of a connection has none: then it goes on where the last one was.
        if (event.lastEventId !== "") this.#heard = event.lastEventId;
        this.#hear({ name, data: JSON.parse(event.data || "{}") });
      });
    }
    source.addEventListener("error", () => {
      if (this.#source === source) this.#lost(true);
    });
  }

  /** @param {LiveEvent} event */
  #hear(event) {
    const { name, data } = event;
    this.#heardAt = Date.now();
    if (name === "signed_out") return this.close("signed_out");
    if (name === "hello") {
      if (data.sessionKey !== this.#sessionKey) return this.close("replaced");
      this.#attempt = 0;
      const resumed = data.resumed === true;
      if (!resumed) [this.#behind, this.#changes] = [this.#heard, []];
      this.#setState("live", resumed);
    }
    if (name === "changed") this.#keep(data);
    this.#onEvent(event, this.#heard);
  }

  /** @param {ChangedMessage} change */
  #keep(change) {
    const changes = [...this.#changes, { id: this.#heard, change }];
    const over = changes.slice(0, -MOST_CHANGES);
    this.#behind = over.at(-1)?.id ?? this.#behind;
    this.#changes = changes.slice(over.length);
  }

  #lost(again = false) {
    this.#source?.close();
    this.#source = null;
    if (this.#state.name === "live") this.#setState("reconnecting");
    if (again) this.#tryLater();
  }

  /** Asks the server whether we are signed out, or it is away; then waits, longer each time, and never quite evenly. */
  async #tryLater() {
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#attempt) *
      (0.75 + Math.random() / 2);
    this.#attempt += 1;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#open(), wait);
    const answer = await askSession(this.#urls.session);
    if (this.isOver || this.#state.name === "live") return;
    if (answer === "signed_out") return this.close("signed_out");
    const lostFor = Date.now() - this.#state.since;
    if (answer === "unreachable" && (this.#attempt > 2 || lostFor > OFFLINE_AFTER_MS)) {
      this.#setState("offline");
    }
  }

  #look() {
    const now = Date.now();
    const slept = now - this.#tickAt > WATCH_MS + SLEEP_MS;
    this.#tickAt = now;
    if (slept) return this.reconnect();
    if (this.#source !== null && now - this.#heardAt > SILENCE_MS) this.reconnect();
  }

  get isOver() {
    return ["signed_out", "replaced", "closed"].includes(this.#state.name);
  }

  /**
   * @param {StateName} name
   * @param {boolean} resumed
   */
  #setState(name, resumed = false) {
    if (this.#state.name === name) return;
    // Offline dates from the moment the stream was lost, not from the moment we gave up hope.
    const since = name === "offline" ? this.#state.since : Date.now();
    this.#state = { name, since, resumed };
    this.#onState(this.state);
  }
}

/**
 * @param {string} url
 * @returns {Promise<"signed_in" | "signed_out" | "unreachable">}
 */
async function askSession(url) {
  try {
    const response = await fetch(url, {
      cache: "no-store",
      signal: AbortSignal.timeout(4000),
    });
    return response.status === 401 ? "signed_out" : response.ok ? "signed_in" : "unreachable";
  } catch (error) {
    // fetch says TypeError for every kind of unreachable server, and TimeoutError for one that is stuck.
    if (error instanceof TypeError || error instanceof DOMException) return "unreachable";
    throw error;
  }
}
