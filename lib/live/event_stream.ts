/** What starts a stream: how soon, in ms, the browser tries again by itself when the stream ends. */
export const STREAM_START = "retry: 1000\n\n";

/** A comment keeps what lies between from taking the connection for dead. */
export const HEARTBEAT = ":\n\n";

/**
 * One event in the text/event-stream form (WHATWG HTML, "Server-sent events"). `data` may have any line
 * ends: each line becomes a `data:` line, so that no text can end the event or forge another one. `id` and
 * `name` are the program's own words and have none. Without an ID the browser keeps the one that it had last.
 */
export function encodeEvent(id: string | null, name: string, data: string): string {
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`).join("");
  return `${id === null ? "" : `id: ${id}\n`}event: ${name}\n${lines}\n`;
}

const ENCODER = new TextEncoder();

/** A text, or its bytes in UTF-8. */
type Piece = string | Uint8Array<ArrayBuffer>;

/**
 * The body of one browser's event stream: what is written waits in order, at most `capacity` pieces, until
 * the connection takes it.
 */
export class EventStream {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
  #controller!: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;
  #ended = false;

  /** `onGone` is called once, when the browser has gone away by itself. */
  constructor(capacity: number, onGone: () => void) {
    this.body = new ReadableStream({
      start: (controller) => {
        this.#controller = controller;
      },
      // Not the request's signal: Deno aborts that one when the request succeeds, too.
      cancel: () => {
        this.#ended = true;
        onGone();
      },
    }, new CountQueuingStrategy({ highWaterMark: capacity }));
  }

  /** False when the queue is full or the stream has ended; then nothing was written. */
  write(piece: Piece): boolean {
    if (this.#ended || (this.#controller.desiredSize ?? 0) <= 0) return false;
    this.#controller.enqueue(bytesOf(piece));
    return true;
  }

  /** Ends the stream behind what waits in it, and behind `last`, for which there is always room. */
  end(last: Piece = ""): void {
    if (this.#ended) return;
    this.#ended = true;
    if (last.length > 0) this.#controller.enqueue(bytesOf(last));
    this.#controller.close();
  }

  /** Breaks the connection off when it has not taken the end yet; nothing when it has. */
  abort(): void {
    this.#ended = true;
    this.#controller.error(new Error("the browser did not take the end of its event stream"));
  }
}

function bytesOf(piece: Piece): Uint8Array<ArrayBuffer> {
  return typeof piece === "string" ? ENCODER.encode(piece) : piece;
}
