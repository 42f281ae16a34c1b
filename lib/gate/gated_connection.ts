import { getLogger } from "@logtape/logtape";
import type { Account } from "./account.ts";
import type { Allowance } from "./allowance.ts";
import { ConnectionTimes } from "./connection_times.ts";
import { discard, NotTaken, pump, type PumpSeen, type Sink, type Source } from "./pump.ts";
import { StraightAnswer } from "./straight_answer.ts";

const log = getLogger(["belltower", "gate"]);

/** How a browser is connected. */
export type Transport = "tls" | "plain";

/** A connection on which a browser's is carried on; `gone` is to be called when it is over. */
export interface WayOn {
  readonly inner: Deno.TcpConn;
  readonly gone: () => void;
}

/** How long the server's end may take to close. */
const LET_GO_MS = 1000;

/** One browser's connection, and the one behind the gate that carries it on. */
export class GatedConnection {
  readonly times: ConnectionTimes;
  readonly remoteAddr: Deno.NetAddr;
  #inner: Deno.TcpConn | null = null;
  #closed = false;
  #innerGone: Promise<void> = Promise.resolve();
  #straight: StraightAnswer | null = null;
  /** Whether the browser speaks HTTP/2, without TLS; null before it has said anything. */
  #http2: boolean | null = null;
  readonly #delivered = Promise.withResolvers<void>();

  constructor(
    private readonly outer: Deno.TcpConn,
    readonly transport: Transport,
    private readonly clock: () => number,
    readonly account: Account,
    /** Null where the bytes are not counted. */
    readonly allowance: Allowance | null,
  ) {
    this.remoteAddr = outer.remoteAddr;
    this.times = new ConnectionTimes(clock());
    outer.setNoDelay(true);
  }

  /**
   * Connects, and carries everything until one side has ended; returns when both are closed, and the server's end, too:
   * only then are the descriptors free. Throws what breaks it off.
   */
  async carryOn(connect: () => Promise<WayOn>): Promise<void> {
    let over = () => {};
    try {
      const { inner, gone } = await connect();
      over = once(gone);
      this.#inner = inner;
      if (!this.#closed) await this.#carryBoth(inner, over);
    } finally {
      this.close();
      this.#delivered.resolve();
      await this.#innerGone;
      over();
    }
  }

  /** Resolves when the browser has all that the server said until it closed its end; or when it will have no more. */
  get delivered(): Promise<void> {
    return this.#delivered.promise;
  }

  /** Whether no answer comes to it any more, but for the one that goes straight. */
  get isLeft(): boolean {
    return this.#closed || this.#straight !== null;
  }

  /** Whether an answer could go straight to the browser: see `goStraight`. */
  get canGoStraight(): boolean {
    return this.transport === "plain" && this.#http2 === false && !this.isLeft;
  }

  /**
   * Writes this answer to the browser itself, behind all that the server has said: each piece of it goes through the system
   * once and not twice. Returns what the server is to say in its place, as its last word; nobody answers any more what the
   * browser sends.
   */
  goStraight(response: Response): Response {
    this.#straight = new StraightAnswer(response, new Date());
    return this.#straight.standIn.response;
  }

  /** Closes it, and says why in the log. */
  sendAway(why: string): void {
    const { hostname: address } = this.remoteAddr;
    log.debug("A connection of {address} is closed: {why}", { address, why });
    this.close();
  }

  close(): void {
    this.allowance?.end();
    void this.#straight?.cancel();
    if (!this.#closed) shut(this.outer);
    this.#closed = true;
    if (this.#inner !== null) this.#innerGone = letGo(this.#inner);
    this.#inner = null;
  }

  async #carryBoth(inner: Deno.TcpConn, over: () => void): Promise<void> {
    const { outer, times, clock } = this;
    const up = this.#carryUp(inner);
    const down = this.#carryDown(inner, over);
    const first = await Promise.race([
      up.then(() => "browser", (error) => error instanceof NotTaken ? "server" : "browser"),
      down.then(() => "server", (error) => error instanceof NotTaken ? "browser" : "server"),
    ]);
    if (first === "browser") return;
    // It may have closed before it had taken everything: its last word is on the way all the same.
    await down.catch(() => undefined);
    this.#delivered.resolve();
    // Closed while bytes are still coming, the connection would be reset, and the last answer with it.
    times.toldOff(clock());
    this.allowance?.end();
    await outer.closeWrite();
    await up.catch(() => undefined);
    await discard(outer);
  }

  /** Carries what the browser says; what it says when the server has left it, nobody hears. */
  async #carryUp(inner: Deno.TcpConn): Promise<void> {
    const { outer, times, clock, allowance } = this;
    const seen: PumpSeen = {
      came: (bytes) => {
        this.#http2 ??= isPreface(bytes);
        times.bytesCame(clock());
      },
      sent: (bytes) => allowance?.spend(bytes, clock()),
    };
    try {
      await pump(outer, inner, seen);
    } catch (error) {
      if (this.#straight === null || !(error instanceof NotTaken)) throw error;
      await pump(outer, NOBODY, seen);
    }
  }

  /** Carries what the server says until it has said its last word, and then the answer that goes straight, where one does. */
  async #carryDown(inner: Deno.TcpConn, over: () => void): Promise<void> {
    const { outer, times, clock, allowance } = this;
    const server: Source = {
      read: (into) => this.#straight?.standIn.said ? Promise.resolve(null) : inner.read(into),
    };
    const seen: PumpSeen = {
      sieved: (bytes) => this.#straight?.standIn.before(bytes) ?? bytes,
      sending: () => times.sending(clock()),
      sent: (bytes) => {
        times.sent();
        allowance?.sentBack(bytes, clock());
      },
    };
    await pump(server, outer, seen);
    if (this.#straight === null) return;
    if (this.#inner !== null) shut(inner);
    this.#inner = null;
    over();
    times.requestBegan(false);
    try {
      await this.#straight.write(outer, seen);
    } finally {
      times.requestEnded(clock());
    }
  }
}

const NOBODY: Sink = { write: (bytes) => Promise.resolve(bytes.length) };

/** Whether a connection begins as HTTP/2 does, and no request of HTTP/1.1. */
function isPreface(first: Uint8Array): boolean {
  return new TextDecoder().decode(first.subarray(0, 4)) === "PRI ";
}

/** A port that is free again may be the next connection's. */
function once(end: () => void): () => void {
  let ended = false;
  return () => {
    if (!ended) end();
    ended = true;
  };
}

/** Closes the way to the server when the server has closed its end, which it does at once unless it is at work. */
async function letGo(inner: Deno.TcpConn): Promise<void> {
  const late = setTimeout(() => shut(inner), LET_GO_MS);
  try {
    await inner.closeWrite();
    await discard(inner);
  } catch (error) {
    // Reset, or closed for being late.
    if (!(error instanceof Error)) throw error;
  } finally {
    clearTimeout(late);
    shut(inner);
  }
}

function shut(connection: Deno.Conn): void {
  try {
    connection.close();
  } catch (error) {
    // The other side's end can close it, too.
    if (!(error instanceof Deno.errors.BadResource)) throw error;
  }
}
