import { Buffer } from "node:buffer";

const MARK = "x-stand-in";

/** No answer needs more to come to its mark. */
const MOST_BYTES = 1024;

/**
 * What the server behind the gate says in place of an answer that the gate writes itself. It is not carried on; what the
 * server said before it is, however much of that was on its way.
 */
export class StandIn {
  readonly #mark = crypto.randomUUID();
  #kept = Buffer.alloc(0);
  #said = false;

  /** For the server. */
  get response(): Response {
    return new Response(null, { headers: { [MARK]: this.#mark } });
  }

  /** Whether the server has said it. */
  get said(): boolean {
    return this.#said;
  }

  /** Takes the next bytes of the server; returns those that are known by now to stand before the stand-in. */
  before(bytes: Uint8Array): Uint8Array {
    const all = Buffer.concat([this.#kept, bytes]);
    const mark = all.indexOf(this.#mark);
    this.#said = mark >= 0;
    const end = this.#said
      ? all.lastIndexOf("HTTP/1.", mark)
      : Math.max(0, all.length - MOST_BYTES);
    this.#kept = this.#said ? Buffer.alloc(0) : all.subarray(end);
    return all.subarray(0, end);
  }

  /** The rest of what stands before it, where the server has ended without it. */
  get rest(): Uint8Array {
    return this.#kept;
  }
}
