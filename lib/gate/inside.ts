import type { GatedConnection, WayOn } from "./gated_connection.ts";
import { urlOf } from "./unanswerable.ts";

/** PEM, the certificate with those that lead to its authority. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/** Answers a request that came by `connection`; `completed` settles when the answer has gone out, or has not. */
export interface AnswerInside {
  (
    request: Request,
    connection: GatedConnection,
    completed: Promise<void>,
  ): Response | Promise<Response>;
}

const LOOPBACK = "127.0.0.1";

/** The server behind the gate, on a free port of the loopback; by TLS with a certificate. It answers the gate alone. */
export class Inside {
  /** By the port from which the gate carries them on. */
  readonly #guests = new Map<number, GatedConnection>();
  readonly #server: Deno.HttpServer<Deno.NetAddr>;
  /** Requests that may have a body, and are not answered yet. */
  readonly #coming = new Set<Promise<void>>();
  #failed = false;

  /** Resolves with the reason when the server has ended and nobody asked it to: where it found no descriptor, mostly. */
  readonly failed: Promise<unknown>;

  /** Resolves when the server has ended, asked to or not. */
  readonly ended: Promise<void>;

  /** Throws where the certificate cannot be used. */
  constructor(certificate: Certificate | null, private readonly answer: AnswerInside) {
    const where = { hostname: LOOPBACK, port: 0, onListen: () => undefined };
    const handler: Deno.ServeHandler<Deno.NetAddr> = (request, info) => this.#answer(request, info);
    this.#server = certificate === null
      ? Deno.serve(where, handler)
      : Deno.serve({ ...where, cert: certificate.certificate, key: certificate.key }, handler);
    this.ended = this.#server.finished.catch(() => undefined);
    this.failed = new Promise((resolve) => {
      this.#server.finished.catch((error: unknown) => {
        this.#failed = true;
        resolve(error);
      });
    });
  }

  /**
   * Whether a request shares its connection with others, as HTTP/2 has it: there a field of its own names the host, which
   * Deno shows in the URL alone. Without any (HTTP/1.0, or whoever leaves it out) the URL has the name of this server.
   */
  isMultiplexed(request: Request): boolean {
    if (request.headers.has("host")) return false;
    const url = urlOf(request);
    return url !== null && url.port !== String(this.#server.addr.port);
  }

  /** Those who are carried on to this server. */
  get guests(): readonly GatedConnection[] {
    return [...this.#guests.values()];
  }

  /** The way on for `guest`. */
  async connect(guest: GatedConnection): Promise<WayOn> {
    const inner = await Deno.connect({ hostname: LOOPBACK, port: this.#server.addr.port });
    inner.setNoDelay(true);
    const { port } = inner.localAddr;
    this.#guests.set(port, guest);
    return { inner, gone: () => this.#guests.delete(port) };
  }

  /** Takes nobody any more; resolves when those who are there have ended. */
  async shutdown(): Promise<void> {
    // A body that is still coming would be broken off by Deno.
    while (this.#coming.size > 0) await Promise.all(this.#coming);
    if (!this.#failed) await this.#server.shutdown();
  }

  #answer(
    request: Request,
    { remoteAddr, completed }: Deno.ServeHandlerInfo<Deno.NetAddr>,
  ): Response | Promise<Response> {
    const guest = remoteAddr.hostname === LOOPBACK ? this.#guests.get(remoteAddr.port) : undefined;
    // Another program on this machine found the port: who it is for is not known here.
    if (guest === undefined) return new Response(null, { status: 403 });
    if (request.method !== "GET") this.#note(completed);
    return this.answer(request, guest, completed);
  }

  #note(completed: Promise<void>): void {
    const over = () => void this.#coming.delete(answered);
    const answered = completed.then(over, over);
    this.#coming.add(answered);
  }
}
