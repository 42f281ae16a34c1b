/**
 * `flood_program.ts KIND ADDRESS PORT SECONDS [COOKIE]`: floods a server on the loopback from ADDRESS, as fast as it can; comes again at once when it
 * is sent away. Prints how many connections it made and how many bytes went out.
 */
import { connect, type Socket } from "node:net";

const [kind = "", localAddress = "127.0.0.1", port = "0", seconds = "5", cookie = ""] = Deno.args;

const PREFACE = new TextEncoder().encode("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
const END_STREAM = 1;
const END_HEADERS = 4;
const [DATA, HEADERS, RESET, SETTINGS, PING, CONTINUATION] = [0, 1, 3, 4, 6, 9];

function frame(type: number, flags: number, stream: number, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(9 + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, payload.length << 8 | type);
  bytes[4] = flags;
  view.setUint32(5, stream);
  bytes.set(payload, 9);
  return bytes;
}

function literal(text: string): number[] {
  // Lengths over 126 take more bytes (RFC 7541, 5.1).
  const bytes = [...new TextEncoder().encode(text)];
  const { length } = bytes;
  if (length < 127) return [length, ...bytes];
  return [127, (length - 127) % 128 | 128, Math.floor((length - 127) / 128), ...bytes];
}

/** `:method`, `:scheme http`, `:path /login`, `:authority`, and the cookie where there is one. */
function head(method: "GET" | "POST"): Uint8Array {
  const block = [method === "GET" ? 0x82 : 0x83, 0x86, 0x04, ...literal("/login")];
  block.push(0x01, ...literal(`127.0.0.1:${port}`));
  // Index 32 of the static table, never indexed.
  if (cookie !== "") block.push(0x1f, 0x11, ...literal(cookie));
  return Uint8Array.from(block);
}

/** What is sent first, and then again and again. `next` gives the n-th piece. */
interface Flood {
  readonly first: Uint8Array;
  next(round: number): Uint8Array;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const NOTHING = new Uint8Array(0);
const BATCH = 200;
const start = joined([PREFACE, frame(SETTINGS, 0, 0, NOTHING)]);
const batch = (one: (stream: number) => Uint8Array[]) => (round: number) =>
  joined(Array.from({ length: BATCH }, (_, i) => one(2 * (round * BATCH + i) + 1)).flat());
const text = (words: string) => new TextEncoder().encode(words);
const request = `GET /login HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${
  cookie === "" ? "" : `Cookie: ${cookie}\r\n`
}\r\n`;

const FLOODS: Record<string, Flood> = {
  get: {
    first: start,
    next: batch((id) => [frame(HEADERS, END_HEADERS | END_STREAM, id, head("GET"))]),
  },
  open: { first: start, next: batch((id) => [frame(HEADERS, END_HEADERS, id, head("POST"))]) },
  reset: {
    first: start,
    next: batch((id) => [
      frame(HEADERS, END_HEADERS | END_STREAM, id, head("GET")),
      frame(RESET, 0, id, Uint8Array.of(0, 0, 0, 8)),
    ]),
  },
  data: {
    first: joined([start, frame(HEADERS, END_HEADERS, 1, head("POST"))]),
    next: batch(() => [frame(DATA, 0, 1, NOTHING)]),
  },
  ping: { first: start, next: batch(() => [frame(PING, 0, 0, new Uint8Array(8))]) },
  settings: { first: start, next: batch(() => [frame(SETTINGS, 0, 0, NOTHING)]) },
  continuation: {
    first: joined([start, frame(HEADERS, 0, 1, head("GET"))]),
    next: batch(() => [frame(CONTINUATION, 0, 1, NOTHING)]),
  },
  pipelined: { first: NOTHING, next: () => text(request.repeat(BATCH)) },
  bytes: {
    first: text(`POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999\r\n\r\n`),
    next: () => new Uint8Array(65_536),
  },
  drops: {
    first: text(`POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n`),
    next: () => text("1\r\na\r\n"),
  },
  connections: { first: NOTHING, next: () => text("G") },
};

const flood = FLOODS[kind];
if (flood === undefined) throw new Error(`${kind}: expected ${Object.keys(FLOODS).join(", ")}`);
const end = performance.now() + Number(seconds) * 1000;
let [connections, bytes] = [0, 0];

/** One connection until it is sent away. */
async function once({ first, next }: Flood): Promise<void> {
  const socket: Socket = connect({ host: "127.0.0.1", port: Number(port), localAddress });
  socket.setNoDelay(true);
  const over = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("error", () => undefined);
  // What comes back is read, or the server would wait.
  socket.resume();
  await Promise.race([over, new Promise<void>((go) => socket.once("connect", () => go()))]);
  connections += 1;
  if (first.length > 0) socket.write(first);
  for (let round = 0; !socket.destroyed && performance.now() < end; round++) {
    const piece = next(round);
    bytes += piece.length;
    if (!socket.write(piece)) {
      socket.removeAllListeners("drain");
      const drained = new Promise<void>((resolve) => socket.once("drain", () => resolve()));
      const late = new Promise<void>((resolve) => setTimeout(resolve, 50));
      await Promise.race([drained, over, late]);
    } else if (round % 50 === 49 || kind === "drops" || kind === "connections") {
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
    }
    if (kind === "connections") break;
    if (2 * round * BATCH > 2 ** 30) break;
  }
  socket.destroy();
}

while (performance.now() < end) {
  const before = performance.now();
  await once(flood);
  // A refused connection is no reason to spin.
  if (performance.now() - before < 1) await new Promise((resolve) => setTimeout(resolve, 1));
}
Deno.stdout.writeSync(text(JSON.stringify({ kind, connections, bytes }) + "\n"));
Deno.exit(0);
