import { getLogger } from "@logtape/logtape";
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
    private readonly letIn: (connection: Deno.TcpConn, by: Door) => void,
  ) {
    this.#listener = Deno.listen({ ...address, transport: "tcp" });
    this.address = { hostname: address.hostname, port: this.#listener.addr.port };
    try {
      this.#inside = build(certificate);
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
    this.#inside = this.build(certificate);
    before.shutdown().catch((error) => log.warn("An old server did not end: {error}", { error }));
  }

  close(): void {
    if (!this.#closed) this.#listener.close();
    this.#closed = true;
  }

  async #accept(): Promise<void> {
    while (!this.#closed) {
      try {
        this.letIn(await this.#listener.accept(), this);
      } catch (error) {
        if (this.#closed) return;
        // Too many open files, mostly: it passes when others have gone.
        log.warn("A connection could not be taken: {error}", { error });
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
  }
}
