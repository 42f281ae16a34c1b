import { getLogger } from "@logtape/logtape";
import { every } from "../base/keep.ts";
import { isLoopback } from "../domain/network_address.ts";
import { Accounts } from "./accounts.ts";
import { Allowance } from "./allowance.ts";
import { type Address, Door } from "./door.ts";
import { GatedConnection } from "./gated_connection.ts";
import { type Certificate, Inside } from "./inside.ts";
import { GATE_LIMITS, type GateLimits } from "./limits.ts";
import { placeFor } from "./place.ts";
import { type Answer, NO_PROXIES, type Proxies, Requests } from "./requests.ts";

const log = getLogger(["belltower", "gate"]);

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
  readonly #requests: Requests;

  constructor(
    answer: Answer,
    private readonly limits: GateLimits = GATE_LIMITS,
    private readonly clock: () => number = () => performance.now(),
    private readonly proxies: Proxies = NO_PROXIES,
  ) {
    this.#accounts = new Accounts(limits, clock());
    this.#requests = new Requests(answer, { limits, clock, proxies, accounts: this.#accounts });
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
      if (why !== null) connection.sendAway(why);
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
        this.#requests.answer(request, connection, completed, inside.isMultiplexed(request)),
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
    if (place !== "free") place.sendAway("another takes its place");
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
}
