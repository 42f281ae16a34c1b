import type { Account } from "./account.ts";
import type { Allowance } from "./allowance.ts";
import { ConnectionTimes } from "./connection_times.ts";
import { discard, NotTaken, pump, type Sink } from "./pump.ts";
import { StraightAnswer } from "./straight_answer.ts";

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
  #straight: { readonly answer: StraightAnswer; readonly written: Promise<void> } | null = null;
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

  get closed(): boolean {
    return this.#closed;
  }

  /** Whether an answer could go straight to the browser: see `goStraight`. */
  get canGoStraight(): boolean {
    return this.transport === "plain" && this.#inner !== null && this.#straight === null &&
      this.times.alone;
  }

  /**
   * Writes this answer to the browser itself, instead of the server, whom the connection leaves: each piece of it goes
   * through the system once and not twice. What the server still says is not carried on, nor what the browser sends.
   */
  goStraight(response: Response): void {
    const { times, clock } = this;
    const answer = new StraightAnswer(response, new Date());
    times.requestBegan(false);
    const written = answer.write(this.outer, this.#down).finally(() => times.requestEnded(clock()));
    // It is waited for when the server has let go.
    written.catch(() => undefined);
    this.#straight = { answer, written };
    // The server may have closed its end, or be about to.
    this.#inner?.closeWrite().catch(() => undefined);
  }

  close(): void {
    this.allowance?.end();
    void this.#straight?.answer.cancel();
    if (!this.#closed) shut(this.outer);
    this.#closed = true;
    if (this.#inner !== null) this.#innerGone = letGo(this.#inner);
    this.#inner = null;
  }

  /** How what goes to the browser is timed and counted. */
  get #down() {
    const { times, clock, allowance } = this;
    return {
      sending: () => times.sending(clock()),
      sent: (bytes: number) => {
        times.sent();
        allowance?.sentBack(bytes, clock());
      },
    };
  }

  async #carryBoth(inner: Deno.TcpConn, over: () => void): Promise<void> {
    const { outer, times, clock, allowance } = this;
    const up = pump(outer, this.#unlessStraight(inner), {
      came: () => times.bytesCame(clock()),
      sent: (bytes) => allowance?.spend(bytes, clock()),
    });
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
    allowance?.end();
    await outer.closeWrite();
    await up.catch(() => undefined);
    await discard(outer);
  }

  async #carryDown(inner: Deno.TcpConn, over: () => void): Promise<void> {
    try {
      const { sending, sent } = this.#down;
      await pump(inner, this.#unlessStraight(this.outer), {
        sending: () => {
          if (this.#straight === null) sending();
        },
        sent: (bytes) => {
          if (this.#straight === null) sent(bytes);
        },
      });
    } catch (error) {
      // A server that is left may break off.
      if (this.#straight === null) throw error;
    }
    if (this.#straight === null) return;
    if (this.#inner !== null) shut(inner);
    this.#inner = null;
    over();
    await this.#straight.written;
  }

  /** `to`, while it gets what the other side says. */
  #unlessStraight(to: Sink): Sink {
    const write = (bytes: Uint8Array) =>
      this.#straight === null ? to.write(bytes) : Promise.resolve(bytes.length);
    return { write };
  }
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
