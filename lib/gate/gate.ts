import { getLogger } from "@logtape/logtape";
import { every } from "../base/keep.ts";
import { isLoopback } from "../domain/network_address.ts";
import type { Account } from "./account.ts";
import { Accounts } from "./accounts.ts";
import { Allowance } from "./allowance.ts";
import { BodyCount } from "./body_count.ts";
import { type Address, Door } from "./door.ts";
import { GatedConnection, type Transport } from "./gated_connection.ts";
import { type Certificate, Inside } from "./inside.ts";
import { GATE_LIMITS, type GateLimits } from "./limits.ts";
import { placeFor } from "./place.ts";
import { asksForEvents, isEventStream } from "./straight_answer.ts";
import { Turns } from "./turns.ts";
import { unanswerable } from "./unanswerable.ts";

const log = getLogger(["belltower", "gate"]);

/** Who sends a request, and how. */
export interface Caller {
  readonly remoteAddr: Deno.NetAddr;
  readonly transport: Transport;
  /** To be called when the request is of somebody who is signed in: their address may ask more. */
  signedIn(): void;
}

/** Whose connections carry the requests of many people. */
export interface Proxies {
  has(address: string): boolean;
  /** The address of whoever sent the request that came from `peer`, which is a proxy. */
  clientOf(request: Request, peer: string): string;
}

const NO_PROXIES: Proxies = { has: () => false, clientOf: (_, peer) => peer };

/** Answers a request. */
export interface Answer {
  (request: Request, caller: Caller): Response | Promise<Response>;
}

const SWEEP_MS = 1000;

/**
 * Stands before `Deno.serve`, which knows no limits of its own: takes connections and carries their bytes, encrypted
 * or not, to a server on the loopback that answers nobody else. It does not read what it carries; when a request has
 * begun and ended it hears from that server. So it can tell who is slow, idle, too many or too much, for HTTP/1.1,
 * HTTP/2 and TLS handshakes alike; and a renewed certificate is another server inside, behind a door that stays open.
 * Event streams over plain HTTP/1.1 it writes itself, so that each event passes the system once and not twice.
 */
export class Gate {
  readonly #connections = new Set<GatedConnection>();
  readonly #doors: Door[] = [];
  /** Those that were replaced among them, while somebody is inside. */
  readonly #insides = new Set<Inside>();
  readonly #closing = new AbortController();
  /** Connections that have descriptors: those who are there, and those whom the server has not yet let go. */
  #carried = 0;
  readonly #waitingForRoom: (() => void)[] = [];
  readonly #accounts: Accounts;
  readonly #turns = new Turns(() => performance.now());

  constructor(
    private readonly answer: Answer,
    private readonly limits: GateLimits = GATE_LIMITS,
    private readonly clock: () => number = () => performance.now(),
    private readonly proxies: Proxies = NO_PROXIES,
  ) {
    this.#accounts = new Accounts(limits, clock());
    every(SWEEP_MS, "the look for slow connections", () => this.sweep(), this.#closing.signal);
  }

  /** How many connections there are. */
  get size(): number {
    return this.#connections.size;
  }

  /** How many servers are behind it: one for each door, and those that somebody has not left since they were replaced. */
  get servers(): number {
    return this.#insides.size;
  }

  /** How many requests are being answered. */
  get busy(): number {
    let requests = 0;
    for (const { times } of this.#connections) requests += times.requests;
    return requests;
  }

  /**
   * Opens an address, by TLS with a certificate. Throws what the system says of an address that cannot be had, or of
   * a certificate that is none.
   */
  open(address: Address, certificate: Certificate | null = null): Door {
    const transport = certificate === null ? "plain" : "tls";
    const build = (shown: Certificate | null) => this.#build(shown);
    const letIn = (outer: Deno.TcpConn, by: Door) => this.#letIn(outer, by);
    const door = new Door(address, transport, build, certificate, letIn);
    this.#doors.push(door);
    return door;
  }

  /** Takes nobody any more; resolves when everybody has their answer. Streams have to be ended before. */
  async finish(): Promise<void> {
    for (const door of this.#doors) door.close();
    await Promise.all([...this.#insides].map((inside) => inside.shutdown()));
    await Promise.all([...this.#connections].map(({ delivered }) => delivered));
  }

  /** Ends every connection. */
  close(): void {
    this.#closing.abort();
    for (const door of this.#doors) door.close();
    for (const connection of this.#connections) connection.close();
  }

  /** Closes who is too slow or too much; called every second. */
  sweep(): void {
    const now = this.clock();
    for (const connection of this.#connections) {
      connection.allowance?.look(now);
      const why = connection.times.overdue(now, this.limits) ?? this.#usedUp(connection, now);
      if (why !== null) this.#sendAway(connection, why);
    }
    for (const account of this.#accounts.tidy(now)) {
      const count = account.refusedToTell(now);
      const { address } = account;
      if (count > 0) log.warn("{address} asks too much: refused {count} times", { address, count });
    }
  }

  #usedUp({ allowance, times }: GatedConnection, now: number): string | null {
    const tooLong = allowance !== null && allowance.usedUpMs(now) >= this.limits.usedUpMs;
    if (!tooLong || !times.idle) return null;
    return "too many bytes without a request";
  }

  #build(certificate: Certificate | null): Inside {
    const inside: Inside = new Inside(
      certificate,
      (request, connection, completed) =>
        this.#answer(request, connection, completed, inside.isMultiplexed(request)),
    );
    this.#insides.add(inside);
    inside.ended.then(() => this.#insides.delete(inside));
    return inside;
  }

  /** Resolves when the next may come. */
  async #letIn(outer: Deno.TcpConn, by: Door): Promise<void> {
    const now = this.clock();
    const { hostname } = outer.remoteAddr;
    const account = this.#accounts.of(hostname, now);
    const isProxy = this.proxies.has(hostname);
    if (!isProxy && !account.takeRequest(now)) return outer.close();
    const { connections: all, perAddress } = this.limits;
    const own = isProxy || isLoopback(hostname) ? all : perAddress;
    const place = placeFor(hostname, this.#connections, { all, own }, now);
    if (place === "none") {
      account.refuse();
      return outer.close();
    }
    if (place !== "free") this.#sendAway(place, "another takes its place");
    while (this.#carried >= this.limits.connections) await this.#oneGone();
    if (this.#closing.signal.aborted) return outer.close();
    const allowance = isProxy ? null : new Allowance(account, this.limits, now);
    const guest = new GatedConnection(outer, by.transport, this.clock, account, allowance);
    this.#carry(guest, by.inside);
  }

  async #carry(connection: GatedConnection, inside: Inside): Promise<void> {
    this.#connections.add(connection);
    this.#carried += 1;
    try {
      await connection.carryOn(() => inside.connect(connection));
    } catch (error) {
      // Browsers come and go as they like.
      log.debug("A connection of {address} broke off: {error}", {
        address: connection.remoteAddr.hostname,
        error,
      });
    } finally {
      this.#connections.delete(connection);
      this.#carried -= 1;
      this.#waitingForRoom.shift()?.();
    }
  }

  #oneGone(): Promise<void> {
    return new Promise((resolve) => this.#waitingForRoom.push(resolve));
  }

  #answer(
    request: Request,
    connection: GatedConnection,
    completed: Promise<void>,
    multiplexed: boolean,
  ): Response | Promise<Response> {
    const { times, allowance } = connection;
    times.requestBegan(multiplexed);
    const body = new BodyCount(request, multiplexed);
    const ended = () => {
      times.requestEnded(this.clock());
      allowance?.answeredEarly(body.missing, this.clock());
    };
    completed.then(ended, ended);
    const account = this.#accountOf(request, connection);
    if (!account.takeRequest(this.clock())) {
      // A proxy's connection carries the requests of others, too.
      if (allowance !== null) this.#sendAway(connection, "too many requests");
      return busy(429);
    }
    allowance?.requestBegan(this.clock());
    if (times.requests > this.limits.requests) return busy(503);
    const refused = unanswerable(request);
    if (refused !== null) return refused;
    const turn = this.#turns.next(account.address);
    if (turn === undefined) return this.#answerNow(body, connection, account);
    return turn.then(() => this.#answerNow(body, connection, account));
  }

  #answerNow(
    body: BodyCount,
    connection: GatedConnection,
    account: Account,
  ): Response | Promise<Response> {
    const { allowance, closed, remoteAddr, transport } = connection;
    if (closed) return busy(503);
    const signedIn = () => account.signedIn(this.clock());
    const request = body.counted((bytes) => allowance?.bodyTaken(bytes, this.clock()));
    const response = this.answer(request, { remoteAddr, transport, signedIn });
    return asksForEvents(request) ? this.#straight(response, connection) : response;
  }

  /** Of an answer that has gone straight to the browser, the server has nothing to say. */
  async #straight(
    answer: Response | Promise<Response>,
    connection: GatedConnection,
  ): Promise<Response> {
    const response = await answer;
    if (!isEventStream(response) || !connection.canGoStraight) return response;
    connection.goStraight(response);
    return new Response(null);
  }

  #accountOf(request: Request, { account, remoteAddr }: GatedConnection): Account {
    const { hostname } = remoteAddr;
    if (!this.proxies.has(hostname)) return account;
    return this.#accounts.of(this.proxies.clientOf(request, hostname), this.clock());
  }

  #sendAway(connection: GatedConnection, why: string): void {
    log.debug("A connection of {address} is closed: {why}", {
      address: connection.remoteAddr.hostname,
      why,
    });
    connection.close();
  }
}

function busy(status: 429 | 503): Response {
  return new Response(null, { status, headers: { "retry-after": "1" } });
}
