import { DatabaseSync } from "node:sqlite";
import { ok } from "node:assert/strict";
import { makePseudoTerminal, type PseudoTerminal } from "../../lib/line/pseudo_terminal.ts";
import { DIALECTS } from "../../lib/protocol/dialect.ts";
import { encodeFrame } from "../../lib/protocol/encode.ts";
import { belltower, freePort, ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";
import { median, percentile, type Row } from "./row.ts";

const ROUNDS = 400;
const dialect = DIALECTS["416"]!;

/** From the last byte of a frame on the terminal to `event: call` at a browser, and to the ACK at the PBX. */
export async function bench(): Promise<Row[]> {
  await using folder = await temporaryFolder();
  const floor = await measureFloor();
  const commits = await measureCommits(folder.path);
  const { events, acks } = await measureServer(`${folder.path}/data`);
  const row = (name: string, times: number[], note: string): Row => ({
    name,
    median: median(times),
    p99: percentile(times, 99),
    unit: "ms",
    floor: median(floor),
    ratio: median(times) / median(floor),
    note,
  });
  return [
    row("a byte from the terminal to an event stream", floor, "the floor: nothing else"),
    row("one row committed with FULL", commits, "what the disk takes, without Belltower"),
    row("last byte of a frame to `event: call`", events, "decoded, committed (FULL), published"),
    row("last byte of a frame to ACK at the PBX", acks, "after the commit"),
  ];
}

async function measureFloor(): Promise<number[]> {
  const terminal = makePseudoTerminal();
  const port = freePort();
  const program = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-check",
      new URL("./floor_program.ts", import.meta.url).pathname,
      terminal.path,
      String(port),
    ],
  }).spawn();
  try {
    const stream = await connected(`http://127.0.0.1:${port}/`, {});
    await stream.seen(": hello");
    const times: number[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      const seen = stream.seen("event: call");
      const start = performance.now();
      terminal.master.write(new Uint8Array([65]));
      times.push(await seen - start);
    }
    stream.close();
    return times;
  } finally {
    program.kill("SIGKILL");
    await program.status;
    terminal.master.close();
  }
}

/** A bare insert with the pragmas that the promise needs, as far apart as the frames are. */
async function measureCommits(folder: string): Promise<number[]> {
  const db = new DatabaseSync(`${folder}/floor.sqlite`);
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE frame (bytes)");
  const insert = db.prepare("INSERT INTO frame VALUES (zeroblob(20))");
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now();
    insert.run();
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  db.close();
  return times;
}

async function measureServer(data: string): Promise<{ events: number[]; acks: number[] }> {
  const terminal = makePseudoTerminal();
  const password = "a long password";
  const added = await belltower(
    ["staff", "add", "bench", "--role", "admin", "--password-stdin", "--data", data],
    password,
  );
  ok(added.code === 0, added.err);
  const server = await ServerProcess.start(data, ["--line", terminal.path]);
  try {
    await until(async () => await server.health() === 200, 10_000, "the line is open");
    const cookie = await signIn(server.origin, "bench", password);
    const stream = await connected(`${server.origin}/live`, { cookie });
    await stream.seen("event: hello");
    const [events, acks]: [number[], number[]] = [[], []];
    for (let i = 0; i < ROUNDS; i++) {
      // Every second frame begins a call, the next ends it.
      const frame = i % 2 === 0
        ? encodeFrame(dialect, "c", `120201000${String(i).padStart(6, "0")}`)
        : encodeFrame(dialect, "F", "1");
      const seen = stream.seen("event: call");
      const start = performance.now();
      terminal.master.write(frame);
      const [event, ack] = await Promise.all([seen, acknowledged(terminal)]);
      events.push(event - start);
      acks.push(ack - start);
    }
    stream.close();
    return { events, acks };
  } finally {
    await server.stop();
    terminal.master.close();
  }
}

async function acknowledged(terminal: PseudoTerminal): Promise<number> {
  const answer = await terminal.master.read(5000);
  ok(answer[0] === 0x06, `expected ACK, got ${answer}`);
  return performance.now();
}

/** A client of an event stream that knows when a text has come. */
async function connected(url: string, headers: Record<string, string>) {
  let response: Response | null = null;
  await until(
    async () => {
      response = await fetch(url, { headers }).catch(() => null);
      return response !== null;
    },
    10_000,
    `${url} answers`,
  );
  const reader = response!.body!.getReader();
  const decoder = new TextDecoder();
  let text = "";
  return {
    /** When `part` had come; what is before it is forgotten. */
    async seen(part: string): Promise<number> {
      for (;;) {
        const found = text.indexOf(part);
        if (found >= 0) {
          text = text.slice(found + part.length);
          return performance.now();
        }
        const { value, done } = await reader.read();
        ok(!done, `${url} ended before "${part}" came`);
        text += decoder.decode(value, { stream: true });
      }
    },
    close: () => void reader.cancel(),
  };
}
