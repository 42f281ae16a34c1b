/** What is taken for the length of a body that comes in chunks; browsers send none. */
const CHUNKED_BYTES = 4 * 1024 * 1024;

/** How much of a request's body somebody has taken. */
export class BodyCount {
  readonly #length: number;
  #taken = 0;

  /** Where several requests share a connection, a body that nobody wants ends when it is answered. */
  constructor(private readonly request: Request, multiplexed: boolean) {
    const announced = Number(request.headers.get("content-length") ?? 0);
    const chunked = request.headers.has("transfer-encoding");
    this.#length = multiplexed ? 0 : chunked ? CHUNKED_BYTES : announced;
  }

  /** Bytes that were announced and have not been taken. */
  get missing(): number {
    return Math.max(0, this.#length - this.#taken);
  }

  /**
   * The same request; `taken` hears of the bytes of its body when somebody takes them. Nothing is read before. A copy
   * of the request as such would have its signal, which the runtime aborts after every answer once somebody has it.
   */
  counted(taken: (bytes: number) => void): Request {
    const { method, url, headers } = this.request;
    if (method === "GET" || method === "HEAD") return this.request;
    let reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: async (controller) => {
        reader ??= this.request.body?.getReader();
        const { done, value } = await reader?.read() ?? { done: true };
        if (done || value === undefined) return controller.close();
        this.#taken += value.length;
        taken(value.length);
        controller.enqueue(value);
      },
      cancel: (reason) => reader?.cancel(reason),
    }, { highWaterMark: 0 });
    return new Request(url, { method, headers, body });
  }
}
