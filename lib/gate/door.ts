import { getLogger } from "@logtape/logtape";
import { passed } from "../base/passed.ts";
import type { Transport } from "./gated_connection.ts";
import type { Certificate, Inside } from "./inside.ts";

const log = getLogger(["belltower", "gate"]);

export interface Address {
  readonly hostname: string;
  readonly port: number;
}

/** Until a listener that failed is tried again. */
const AGAIN_MS = 200;

/** An address at which connections are taken, and the server to which they are carried on. */
export class Door {
  readonly address: Address;
  readonly #listener: Deno.TcpListener;
  #inside: Inside;
  #closed = false;

  /** Throws what the system says of an address that cannot be had. */
  constructor(
    address: Address,
    readonly transport: Transport,
    private readonly build: (certificate: Certificate | null) => Inside,
    certificate: Certificate | null,
    private readonly letIn: (connection: Deno.TcpConn, by: Door) => Promise<void>,
  ) {
    this.#listener = Deno.listen({ ...address, transport: "tcp" });
    this.address = { hostname: address.hostname, port: this.#listener.addr.port };
    try {
      this.#inside = this.#begin(certificate);
    } catch (error) {
      this.#listener.close();
      throw error;
    }
    this.#accept();
  }

  get inside(): Inside {
    return this.#inside;
  }

  /**
   * Shows this certificate to whoever comes from now on; who is inside stays with the old one, and is asked to come
   * again as soon as nothing is open. One that cannot be used throws and changes nothing.
   */
  renew(certificate: Certificate): void {
    const before = this.#inside;
    this.#inside = this.#begin(certificate);
    before.shutdown().catch((error) => log.warn("An old server did not end: {error}", { error }));
  }

  close(): void {
    if (!this.#closed) this.#listener.close();
    this.#closed = true;
  }

  #begin(certificate: Certificate | null): Inside {
    const inside = this.build(certificate);
    inside.failed.then((error) => this.#beginAgain(inside, certificate, error));
    return inside;
  }

  /** The gate has places for fewer than there are descriptors; but other programs use up the system's, too. */
  async #beginAgain(failed: Inside, certificate: Certificate | null, why: unknown): Promise<void> {
    log.error("The server behind the gate ended, and another takes its place: {why}", { why });
    // Nobody answers them any more. Their browsers come again.
    for (const guest of failed.guests) guest.close();
    while (!this.#closed && this.#inside === failed) {
      try {
        this.#inside = this.#begin(certificate);
      } catch (error) {
        log.warn("There is no server behind the gate: {error}", { error });
        await passed(AGAIN_MS);
      }
    }
  }

  async #accept(): Promise<void> {
    while (!this.#closed) {
      try {
        await this.letIn(await this.#listener.accept(), this);
      } catch (error) {
        if (this.#closed) return;
        // Too many open files, mostly: it passes when others have gone.
        log.warn("A connection could not be taken: {error}", { error });
        await passed(AGAIN_MS);
      }
    }
  }
}
