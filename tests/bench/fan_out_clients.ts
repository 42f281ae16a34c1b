import { ok } from "node:assert/strict";
import { until } from "../support/wait.ts";

/** Nothing has come for so long: the others' arrivals have been told. */
const QUIET_MS = 500;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Browsers that listen at one server, over plain connections, so that they take little of the processor. */
export class FanOutClients {
  readonly #streams: Deno.TcpConn[] = [];
  /** How many have not had the event of this round yet. */
  #waiting = 0;
  #all: () => void = () => undefined;
  #heardAt = 0;

  private constructor(private readonly port: number, private readonly publisher: Deno.TcpConn) {}

  /** Opens a stream for each cookie, and returns when all of them are open. */
  static async connect(port: number, cookies: readonly string[]): Promise<FanOutClients> {
    const clients = new FanOutClients(port, await Deno.connect({ port }));
    for (const cookie of cookies) await clients.#open(cookie);
    await until(
      () => performance.now() - clients.#heardAt > QUIET_MS,
      30_000,
      "the streams are quiet",
    );
    return clients;
  }

  /** Has `body` published; returns when the last stream has it. `ms` is the time until then, `answer` the publisher's. */
  async told(body: string): Promise<{ readonly ms: number; readonly answer: string }> {
    this.#waiting = this.#streams.length;
    const all = new Promise<void>((resolve) => this.#all = resolve);
    const start = performance.now();
    const head = `POST /publish HTTP/1.1\r\nhost: 127.0.0.1:${this.port}\r\n`;
    await write(this.publisher, `${head}content-length: ${body.length}\r\n\r\n${body}`);
    const answer = await read(this.publisher);
    await all;
    return { ms: performance.now() - start, answer: answer.slice(answer.indexOf("\r\n\r\n") + 4) };
  }

  close(): void {
    for (const stream of this.#streams) stream.close();
    this.publisher.close();
  }

  async #open(cookie: string): Promise<void> {
    const stream = await Deno.connect({ port: this.port });
    const head = `GET /live HTTP/1.1\r\nhost: 127.0.0.1:${this.port}\r\n`;
    await write(stream, `${head}cookie: ${cookie}\r\naccept: text/event-stream\r\n\r\n`);
    let opening = "";
    while (
      !opening.includes("\r\n\r\n") || !opening.includes("\n\n", opening.indexOf("\r\n\r\n"))
    ) {
      opening += await read(stream);
    }
    ok(opening.startsWith("HTTP/1.1 200"), opening);
    this.#streams.push(stream);
    void this.#listen(stream);
  }

  async #listen(stream: Deno.TcpConn): Promise<void> {
    const buffer = new Uint8Array(4096);
    let text = "";
    try {
      for (;;) {
        const size = await stream.read(buffer);
        if (size === null) return;
        this.#heardAt = performance.now();
        text += decoder.decode(buffer.subarray(0, size));
        if (!text.includes("\ndata: ") || !text.includes("\n\n")) continue;
        text = "";
        if (--this.#waiting === 0) this.#all();
      }
    } catch (error) {
      if (!(error instanceof Deno.errors.BadResource || error instanceof Deno.errors.Interrupted)) {
        throw error;
      }
    }
  }
}

async function write(stream: Deno.TcpConn, text: string): Promise<void> {
  const bytes = encoder.encode(text);
  for (let done = 0; done < bytes.length;) done += await stream.write(bytes.subarray(done));
}

async function read(stream: Deno.TcpConn): Promise<string> {
  const buffer = new Uint8Array(4096);
  const size = await stream.read(buffer);
  ok(size !== null, "the server closed a connection");
  return decoder.decode(buffer.subarray(0, size));
}
