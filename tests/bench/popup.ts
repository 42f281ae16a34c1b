import { DatabaseSync } from "node:sqlite";
import { ok } from "node:assert/strict";
import { makePseudoTerminal } from "../../lib/switches/serial/pseudo_terminal.ts";
import { belltower, freePort, ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";
import { BenchCalls } from "./bench_calls.ts";
import { connected } from "./event_client.ts";
import { median, percentile, type Row } from "./row.ts";

const ROUNDS = 400;

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
      // It is not the program, and Deno opens a terminal for nobody who may do less.
      "--allow-all",
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
    const calls = new BenchCalls(terminal, stream);
    for (let i = 0; i < ROUNDS; i++) {
      const { event, ack } = await calls.frame();
      events.push(event);
      acks.push(ack);
    }
    stream.close();
    return { events, acks };
  } finally {
    await server.stop();
    terminal.master.close();
  }
}
