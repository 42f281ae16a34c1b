import { permissions } from "../../.ci/build/permissions.ts";
import { systemOf } from "../../.ci/build/targets.ts";
import { belltower, freePort } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";
import { seedBigOffice } from "./big_office.ts";
import { median, percentile, type Row } from "./row.ts";

const ROUNDS = 9;
const MAIN = new URL("../../main.ts", import.meta.url).pathname;
const EXECUTABLE = new URL("../../build/belltower", import.meta.url).pathname;
/** The least that answers a request at all. */
const FLOOR =
  'Deno.serve({ hostname: "127.0.0.1", port: Number(Deno.args[0]) }, () => new Response());';

/**
 * From the start of the process to the last byte of the first page, with an empty database and with a large one
 * (`BELLTOWER_BENCH_CUSTOMERS`, 100,000 where it is not said), from source and compiled where that was built.
 */
export async function bench(): Promise<Row[]> {
  await using folder = await temporaryFolder();
  const floor = await starts((port) => [Deno.execPath(), "eval", FLOOR, String(port)]);
  const customers = Number(Deno.env.get("BELLTOWER_BENCH_CUSTOMERS") ?? 100_000);
  const large = `${folder.path}/large`;
  await copyDatabase(customers, large);
  const programs: [string, string[]][] = [
    ["from source", [Deno.execPath(), "run", ...permissions(systemOf(null)), "--no-check", MAIN]],
    ...isFile(EXECUTABLE) ? [["compiled", [EXECUTABLE]] as [string, string[]]] : [],
  ];
  const rows: Row[] = [];
  for (const [how, program] of programs) {
    for (
      const [what, data] of [["an empty database", `${folder.path}/empty`], [
        `${customers} customers`,
        large,
      ]]
    ) {
      await belltower(["staff", "list", "--data", data!]); // makes it, or brings it to this version
      const times = await starts((port) => [
        ...program,
        ...["serve", "--data", data!, "--http", `127.0.0.1:${port}`],
      ]);
      rows.push({
        name: `start to the first page, ${how}, ${what}`,
        median: median(times),
        p99: percentile(times, 99),
        unit: "ms",
        floor: median(floor),
        ratio: median(times) / median(floor),
      });
    }
  }
  return rows;
}

/** What the start takes again and again, in ms; the first one, which fills the system's caches, is left out. */
async function starts(command: (port: number) => string[]): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const port = freePort();
    const [file, ...args] = command(port);
    const start = performance.now();
    const child = new Deno.Command(file!, {
      args,
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
    await until(() => firstPage(port), 30_000, `${file} answers`);
    if (round > 0) times.push(performance.now() - start);
    child.kill("SIGTERM");
    await child.status;
  }
  return times;
}

async function firstPage(port: number): Promise<boolean> {
  try {
    await (await fetch(`http://127.0.0.1:${port}/login`)).text();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false; // nobody listens yet
    throw error;
  }
}

async function copyDatabase(customers: number, to: string): Promise<void> {
  const seeded = seedBigOffice({
    customers,
    consultations: 3 * customers,
    calls: 0,
    seed: 416,
    say: () => {},
  });
  await Deno.mkdir(to);
  await Deno.copyFile(`${seeded}/belltower.sqlite`, `${to}/belltower.sqlite`);
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
