import { equal, ok } from "node:assert/strict";
import { passed } from "../../lib/base/passed.ts";
import { makePseudoTerminal } from "../../lib/switches/serial/pseudo_terminal.ts";
import type { Port } from "../../lib/switches/serial/port.ts";
import { DIALECT_416 } from "../../lib/switches/pbx416/dialect/dialect_416.ts";
import { encodeFrame } from "../../lib/switches/pbx416/frames/encode.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { testPermissions } from "../support/test_permissions.ts";
import { until } from "../support/wait.ts";

const PROGRAM = new URL("flood_program.ts", import.meta.url).pathname;
const KINDS = [
  ...["get", "open", "reset", "data", "ping", "settings", "continuation"],
  ...["pipelined", "bytes", "drops", "connections"],
];
/** How long each flood lasts, in s, and from when on it is measured, in ms. */
const FLOOD_S = 5;
const BEGUN_MS = 1500;
const MEASURED_MS = 3000;
/** A switch takes as long for a frame of twenty bytes, at 9600 baud: it tells no two at once. */
const FRAME_GAP_MS = 20;
/** How long the switch waits for an answer, and how often it sends a frame before it gives the call up. */
const { ackTimeoutMs, maxAttempts } = DIALECT_416.timings;

/** How long the switch waited for each ACK in so many ms, sorted. */
async function acknowledged(master: Port, ms: number, beside: string): Promise<number[]> {
  const times: number[] = [];
  for (const end = performance.now() + ms; performance.now() < end;) {
    const [mi, data] = times.length % 2 === 0 ? ["A", "2010-1234-5678"] : ["B", "2"];
    const sentAt = performance.now();
    master.write(encodeFrame(DIALECT_416, mi!, data!));
    const answer = await master.read(ackTimeoutMs * maxAttempts);
    ok(answer.length > 0, `the switch gave a frame up beside ${beside}`);
    times.push(performance.now() - sentAt);
    await passed(FRAME_GAP_MS);
  }
  return times.sort((one, other) => one - other);
}

const median = (sorted: readonly number[]) => sorted[sorted.length >> 1]!;
const said = (sorted: readonly number[]) =>
  `ACK median ${median(sorted).toFixed(1)} ms, longest ${sorted.at(-1)!.toFixed(1)} ms`;

// How late the ACKs are is told, not asserted: that is the machine's. tests/gate/rates_test.ts asserts the limits.
Deno.test("no flood makes the switch give a frame up, and an agent's page answers beside each of them", async () => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  const { path, master } = makePseudoTerminal();
  const server = await ServerProcess.start(folder.path, ["--line", path]);
  await until(async () => await server.health() === 200, 8000, "the line is open");
  const cookie = await signIn(server.origin, "kim", PASSWORD);
  const quiet = await acknowledged(master, MEASURED_MS, "nothing");
  const figures = [`quiet: ${said(quiet)}`];
  for (const kind of KINDS) {
    const args = ["run", ...testPermissions(), "--no-check", PROGRAM];
    args.push(kind, "127.0.0.9", String(server.port), String(FLOOD_S));
    const flood = new Deno.Command(Deno.execPath(), { args, stdout: "piped" }).spawn();
    await new Promise((resolve) => setTimeout(resolve, BEGUN_MS));
    const times = await acknowledged(master, MEASURED_MS, kind);
    const page = await fetch(`${server.origin}/customers`, { headers: { cookie } });
    equal(page.status, 200, kind);
    await page.body?.cancel();
    await flood.output();
    figures.push(`${kind}: ${said(times)}`);
  }
  Deno.stdout.writeSync(new TextEncoder().encode(figures.join("\n") + "\n"));
  master.close();
  await server.stop();
});
