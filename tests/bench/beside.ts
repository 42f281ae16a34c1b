import { makePseudoTerminal } from "../../lib/switches/serial/pseudo_terminal.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { testPermissions } from "../support/test_permissions.ts";
import { until } from "../support/wait.ts";
import { BenchCalls } from "./bench_calls.ts";
import { connected } from "./event_client.ts";
import { median, percentile, type Row } from "./row.ts";

const FRAMES = Number(Deno.env.get("BELLTOWER_BENCH_FRAMES") ?? 600);
const FRAME_EVERY_MS = 15;
const [STREAMS, PAGES_A_SECOND] = [60, 40];
/** Longer than the frames take. */
const FLOOD_S = 120;
const BEGUN_MS = 1500;

/**
 * How late the wire and the pop-up are beside what browsers do: 60 streams and 40 pages a second, and floods of HTTP/2
 * frames. From the last byte of a frame to its ACK at the PBX, and to `event: call` at a browser. The floor is the quiet
 * server of the same run, the ratio that of the p99.
 */
export async function bench(): Promise<Row[]> {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  const terminal = makePseudoTerminal();
  const server = await ServerProcess.start(folder.path, ["--line", terminal.path]);
  try {
    await until(async () => await server.health() === 200, 10_000, "the line is open");
    // A browser has eight streams at most, and a person three browsers.
    const logins = ["kim", "chief", "park"].flatMap((login) => [login, login, login]);
    const cookies = [];
    for (const login of ["kim", ...logins]) {
      cookies.push(await signIn(server.origin, login, PASSWORD));
    }
    const stream = await connected(`${server.origin}/live`, { cookie: cookies[0]! });
    await stream.seen("event: hello");
    const calls = new BenchCalls(terminal, stream);
    await measured(calls); // warm
    const quiet = await measured(calls);
    const rows = rowsOf("quiet", quiet, quiet);
    const office = [server.origin, String(STREAMS), String(PAGES_A_SECOND), ...cookies.slice(1)];
    rows.push(...rowsOf(
      `beside ${STREAMS} streams and ${PAGES_A_SECOND} pages a second`,
      await beside("office_program.ts", office, () => measured(calls)),
      quiet,
    ));
    for (const kind of ["get", "data"]) {
      const flood = [kind, "127.0.0.9", String(server.port), String(FLOOD_S)];
      const times = await beside("../attack/flood_program.ts", flood, () => measured(calls));
      rows.push(...rowsOf(`beside a flood of HTTP/2 ${kind.toUpperCase()} frames`, times, quiet));
    }
    stream.close();
    return rows;
  } finally {
    await server.stop();
    terminal.master.close();
  }
}

interface Times {
  readonly acks: number[];
  readonly events: number[];
}

async function measured(calls: BenchCalls): Promise<Times> {
  const [acks, events]: [number[], number[]] = [[], []];
  for (let i = 0; i < FRAMES; i++) {
    const { ack, event } = await calls.frame();
    acks.push(ack);
    events.push(event);
    await new Promise((resolve) => setTimeout(resolve, FRAME_EVERY_MS));
  }
  return { acks, events };
}

/** What `work` says while that program runs, in a process of its own. */
async function beside<T>(program: string, args: string[], work: () => Promise<T>): Promise<T> {
  const path = new URL(program, import.meta.url).pathname;
  // Browsers are other computers: what they do there takes nothing of the processor here from whoever needs it.
  const child = new Deno.Command("nice", {
    args: ["-n", "19", Deno.execPath(), "run", ...testPermissions(), "--no-check", path, ...args],
    stdout: "null",
    stderr: "null",
  }).spawn();
  try {
    await new Promise((resolve) => setTimeout(resolve, BEGUN_MS));
    return await work();
  } finally {
    child.kill("SIGKILL");
    await child.status;
  }
}

function rowsOf(name: string, { acks, events }: Times, quiet: Times): Row[] {
  const row = (what: string, times: number[], floor: number[]): Row => ({
    name: `${what}, ${name}`,
    median: median(times),
    p99: percentile(times, 99),
    unit: "ms",
    floor: percentile(floor, 99),
    ratio: percentile(times, 99) / percentile(floor, 99),
    note: `${times.length} frames; worst ${Math.max(...times).toFixed(1)} ms; floor and ratio: p99`,
  });
  return [row("frame to ACK", acks, quiet.acks), row("frame to pop-up", events, quiet.events)];
}
