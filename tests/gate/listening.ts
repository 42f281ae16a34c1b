import { Gate } from "../../lib/gate/gate.ts";
import { GATE_LIMITS } from "../../lib/gate/limits.ts";
import { until } from "../support/wait.ts";

const HERE = { hostname: "127.0.0.1", port: 0 };

/** As a browser asks for an event stream, and for a page. */
export const ASK = "GET /live HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n";
export const PAGE = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

/** A gate before one event stream, and a browser's connection to it. */
export class Listening {
  now = 1000;
  text = "";
  ended = false;
  cancelled = false;
  /** What was asked for, in its order. */
  readonly asked: string[] = [];
  page = "a page";
  /** What the stream's head says. */
  headers: [string, string][] = [["content-type", "text/event-stream"]];
  stream!: ReadableStreamDefaultController<Uint8Array>;
  readonly gate = new Gate((request) => this.#answer(request), GATE_LIMITS, () => this.now);
  connection!: Deno.TcpConn;

  static async start(reads = true): Promise<Listening> {
    const test = new Listening();
    const { port } = test.gate.open(HERE).address;
    test.connection = await Deno.connect({ hostname: "127.0.0.1", port });
    if (reads) test.read();
    return test;
  }

  /** Reads from now on. */
  read(): void {
    void this.#read();
  }

  async send(text: string): Promise<void> {
    await this.connection.write(new TextEncoder().encode(text));
  }

  tell(text: string): void {
    this.stream.enqueue(new TextEncoder().encode(text));
  }

  async heard(text: string): Promise<void> {
    await until(() => this.text.includes(text));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.gate.close();
    await this.gate.finish();
    await until(() => this.gate.size === 0);
    try {
      this.connection.close();
    } catch (error) {
      if (!(error instanceof Deno.errors.BadResource)) throw error; // closed by the test
    }
  }

  #answer(request: Request): Response {
    this.asked.push(new URL(request.url).pathname);
    if (!request.url.endsWith("/live")) return new Response(this.page);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.stream = controller;
        this.tell("data: begun\n\n");
      },
      cancel: () => void (this.cancelled = true),
    });
    return new Response(body, { headers: this.headers });
  }

  async #read(): Promise<void> {
    const buffer = new Uint8Array(4096);
    try {
      for (let size; (size = await this.connection.read(buffer)) !== null;) {
        this.text += new TextDecoder().decode(buffer.subarray(0, size));
      }
    } catch (error) {
      if (!(error instanceof Error)) throw error; // reset, or closed by the test
    }
    this.ended = true;
  }
}
