import { type PumpSeen, put, type Sink } from "./pump.ts";
import { StandIn } from "./stand_in.ts";

const EVENT_STREAM = "text/event-stream";

/** Whether the answer may be an event stream: browsers say so of what an `EventSource` asks for. */
export function asksForEvents(request: Request): boolean {
  return request.method === "GET" && request.headers.get("accept") === EVENT_STREAM;
}

/** Whether it is a stream of events, of which each piece is to be there at once. */
export function isEventStream({ status, headers, body }: Response): boolean {
  return status === 200 && body !== null &&
    (headers.get("content-type") ?? "").startsWith(EVENT_STREAM);
}

/**
 * An answer that the gate itself writes to the browser's connection, as the last one on it: where it ends, the
 * connection does, which is a length that HTTP/1.0 and HTTP/1.1 both know.
 */
export class StraightAnswer {
  /** What the server says in its place; the answer follows on all that it said before. */
  readonly standIn = new StandIn();
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #head: Uint8Array;

  constructor({ headers, body }: Response, now: Date) {
    this.#reader = body!.getReader();
    const fields = [...headers].map(([name, value]) => `${name}: ${value}\r\n`).join("");
    const head = `HTTP/1.1 200 OK\r\n${fields}date: ${now.toUTCString()}\r\nconnection: close\r\n`;
    // A field is a string of bytes.
    this.#head = Uint8Array.from(`${head}\r\n`, (byte) => byte.charCodeAt(0));
  }

  /**
   * To be called when the server has said its stand-in, or ended. Resolves when all of it is written, and its source has been told;
   * throws what `put` and the source throw.
   */
  async write(to: Sink, seen: PumpSeen): Promise<void> {
    try {
      await put(this.standIn.rest, to, seen);
      await put(this.#head, to, seen);
      for (;;) {
        const { done, value } = await this.#reader.read();
        if (done) return;
        await put(value, to, seen);
      }
    } finally {
      await this.cancel();
    }
  }

  /** Nobody takes it any more; nothing where it has ended. */
  async cancel(): Promise<void> {
    try {
      await this.#reader.cancel();
    } catch (error) {
      // What broke off by itself says so once more.
      if (!(error instanceof Error)) throw error;
    }
  }
}
