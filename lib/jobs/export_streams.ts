import type { StreamRequest } from "./export/request.ts";
import type { ExportNews, ToJobs } from "./messages.ts";

interface Waiting {
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  /** Resolves the `pull` that waits for a piece. */
  served: () => void;
}

/** The main thread's side of exports: each a stream that asks the worker for the next piece when it is read. */
export class ExportStreams {
  readonly #open = new Map<number, Waiting>();
  #nextId = 1;

  constructor(private readonly post: (message: ToJobs) => void) {}

  open(request: StreamRequest): ReadableStream<Uint8Array> {
    const id = this.#nextId++;
    const ask = () =>
      new Promise<void>((resolve) => {
        this.#open.get(id)!.served = resolve;
        this.post({ type: "more", id });
      });
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#open.set(id, { controller, served: () => undefined });
        this.post({ type: "export", id, request });
      },
      pull: ask,
      cancel: () => {
        this.#open.delete(id);
        this.post({ type: "drop", id });
      },
    }, { highWaterMark: 1 });
  }

  hear(message: ExportNews): void {
    const one = this.#open.get(message.id);
    if (one === undefined) return;
    if (message.type === "piece") {
      one.controller.enqueue(message.bytes);
    } else {
      this.#open.delete(message.id);
      if (message.error === null) one.controller.close();
      else one.controller.error(new Error(message.error));
    }
    one.served();
  }

  /** The worker is gone: what was read so far is all there will be. */
  fail(reason: string): void {
    for (const { controller, served } of this.#open.values()) {
      controller.error(new Error(reason));
      served();
    }
    this.#open.clear();
  }
}
