import { getLogger } from "@logtape/logtape";
import { every } from "../base/keep.ts";
import { type Address, Door } from "./door.ts";
import { GatedConnection, type Transport } from "./gated_connection.ts";
import { type Certificate, Inside } from "./inside.ts";
import { GATE_LIMITS, type GateLimits } from "./limits.ts";
import { placeFor } from "./place.ts";

const log = getLogger(["belltower", "gate"]);

/** Who sends a request, and how. */
export interface Caller {
  readonly remoteAddr: Deno.NetAddr;
  readonly transport: Transport;
}

/** Answers a request. */
export interface Answer {
  (request: Request, caller: Caller): Response | Promise<Response>;
}

const SWEEP_MS = 1000;

/**
 * Stands before `Deno.serve`, which knows no limits of its own: takes connections and carries their bytes, encrypted
 * or not, to a server on the loopback that answers nobody else. It does not read what it carries; when a request has
 * begun and ended it hears from that server. So it can tell who is slow, idle or too many, for HTTP/1.1, HTTP/2 and
 * TLS handshakes alike; and a renewed certificate is another server inside, behind a door that stays open.
 */
export class Gate {
  readonly #connections = new Set<GatedConnection>();
  readonly #doors: Door[] = [];
  readonly #insides: Inside[] = [];
  readonly #closing = new AbortController();
  /** Connections that have descriptors: those who are there, and those whom the server has not yet let go. */
  #carried = 0;
  readonly #waitingForRoom: (() => void)[] = [];

  constructor(
    private readonly answer: Answer,
    private readonly limits: GateLimits = GATE_LIMITS,
    private readonly clock: () => number = () => performance.now(),
  ) {
    every(SWEEP_MS, "the look for slow connections", () => this.sweep(), this.#closing.signal);
  }

  /** How many connections there are. */
  get size(): number {
    return this.#connections.size;
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

  /** Takes nobody any more; resolves when every request is answered. Streams have to be ended before. */
  async finish(): Promise<void> {
    for (const door of this.#doors) door.close();
    await Promise.all(this.#insides.map((inside) => inside.shutdown()));
  }

  /** Ends every connection. */
  close(): void {
    this.#closing.abort();
    for (const door of this.#doors) door.close();
    for (const connection of this.#connections) connection.close();
  }

  /** Closes who is too slow; called every second. */
  sweep(): void {
    const now = this.clock();
    for (const connection of this.#connections) {
      const why = connection.times.overdue(now, this.limits);
      if (why !== null) this.#sendAway(connection, why);
    }
  }

  #build(certificate: Certificate | null): Inside {
    const inside = new Inside(
      certificate,
      (request, connection, completed) => this.#answer(request, connection, completed),
    );
    this.#insides.push(inside);
    return inside;
  }

  /** Resolves when the next may come. */
  async #letIn(outer: Deno.TcpConn, by: Door): Promise<void> {
    const place = placeFor(outer.remoteAddr.hostname, this.#connections, this.limits, this.clock());
    if (place === "none") {
      outer.close();
      log.warn("{address} has too many connections: one more was refused", {
        address: outer.remoteAddr.hostname,
      });
      return;
    }
    if (place !== "free") this.#sendAway(place, "another takes its place");
    while (this.#carried >= this.limits.connections) await this.#oneGone();
    if (this.#closing.signal.aborted) return outer.close();
    this.#carry(new GatedConnection(outer, by.transport, this.clock), by.inside);
  }

  async #carry(connection: GatedConnection, inside: Inside): Promise<void> {
    this.#connections.add(connection);
    this.#carried += 1;
    try {
      await connection.carryTo(inside);
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
  ): Response | Promise<Response> {
    const { times } = connection;
    // HTTP/2 has a field of its own for the host, and several requests share a connection.
    times.requestBegan(request.headers.get("host") === null);
    const ended = () => times.requestEnded(this.clock());
    completed.then(ended, ended);
    if (times.requests > this.limits.requests) {
      return new Response(null, { status: 503, headers: { "retry-after": "1" } });
    }
    return this.answer(request, connection);
  }

  #sendAway(connection: GatedConnection, why: string): void {
    log.debug("A connection of {address} is closed: {why}", {
      address: connection.remoteAddr.hostname,
      why,
    });
    this.#connections.delete(connection);
    connection.close();
  }
}
