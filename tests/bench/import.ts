import { ok } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { makePseudoTerminal } from "../../lib/switches/serial/pseudo_terminal.ts";
import { workbookRows } from "../support/workbook_rows.ts";
import { belltower, ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";
import { BenchCalls } from "./bench_calls.ts";
import { connected } from "./event_client.ts";
import { median, percentile, type Row } from "./row.ts";

const ROWS = Number(Deno.env.get("BELLTOWER_BENCH_ROWS") ?? 100_000);
const IDLE_CALLS = 200;
const CALL_EVERY_MS = 20;
const PASSWORD = "a long password";

/**
 * An import of 100,000 customers in a running server: rows a second, and how long calls take meanwhile, beside the
 * idle server; and the export of them all, likewise. From the last byte of a frame to `event: call` at a browser, which
 * comes after the commit, and that waits when somebody else writes.
 */
export async function bench(): Promise<Row[]> {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  const words = ["staff", "add", "bench", "--role", "admin", "--password-stdin", "--data", data];
  const added = await belltower(words, PASSWORD);
  ok(added.code === 0, added.err);
  const terminal = makePseudoTerminal();
  const server = await ServerProcess.start(data, ["--line", terminal.path]);
  try {
    await until(async () => await server.health() === 200, 10_000, "the line is open");
    const cookie = await signIn(server.origin, "bench", PASSWORD);
    const stream = await connected(`${server.origin}/live`, { cookie });
    await stream.seen("event: hello");
    const calls = new Calls(new BenchCalls(terminal, stream));
    const idle = await calls.during(Promise.resolve(), IDLE_CALLS);
    const { seconds, busy } = await importing(server, cookie, calls);
    return [
      {
        name: `${ROWS} customers from CSV while calls come`,
        median: ROWS / seconds,
        unit: "rows/s",
        floor: ROWS / await floorSeconds(folder.path),
        note: `${seconds.toFixed(1)} s in all; the floor is the bare INSERTs in one transaction`,
      },
      latency("frame to pop-up, idle server", idle, idle),
      latency("frame to pop-up, while importing", busy, idle),
      ...await exporting(server, cookie, calls, idle),
    ];
  } finally {
    await server.stop();
    terminal.master.close();
  }
}

function latency(name: string, times: number[], idle: number[]): Row {
  return {
    name,
    median: median(times),
    p99: percentile(times, 99),
    unit: "ms",
    floor: median(idle),
    ratio: median(times) / median(idle),
    note: `${times.length} frames; worst ${Math.max(...times).toFixed(1)} ms`,
  };
}

/** Calls that come while something else goes on. */
class Calls {
  constructor(private readonly calls: BenchCalls) {}

  /** Rings until `work` is over, and `least` times; how long each frame took to `event: call` at a browser, in ms. */
  async during(work: Promise<unknown>, least: number): Promise<number[]> {
    let over = false;
    work.finally(() => over = true).catch(() => undefined);
    const times: number[] = [];
    while (!over || times.length < least) {
      times.push((await this.calls.frame()).event);
      await new Promise((resolve) => setTimeout(resolve, CALL_EVERY_MS));
    }
    await work;
    return times;
  }
}

async function importing(server: ServerProcess, cookie: string, calls: Calls) {
  const begin = performance.now();
  const headers = { cookie, origin: server.origin };
  const response = await fetch(`${server.origin}/imports?name=bench.csv`, {
    method: "POST",
    headers,
    body: csv(),
  });
  const { location } = await response.json() as { location: string };
  const shows = (part: string) => async () => {
    // As often as the page asks.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const page = await fetch(`${server.origin}${location}`, { headers });
    return (await page.text()).includes(part);
  };
  const work = (async () => {
    await until(shows(`${location}/run"`), 120_000, "the preview");
    const run = await fetch(`${server.origin}${location}/run`, {
      method: "POST",
      headers: { ...headers, "HX-Request": "true" },
    });
    await run.body?.cancel();
    await until(shows(`${location}/undo"`), 300_000, "the import is over");
    return (performance.now() - begin) / 1000;
  })();
  const busy = await calls.during(work, 1);
  return { seconds: await work, busy };
}

function csv(): string {
  const [families, given] = ["김이박최정강조윤장임", "민서준하지우은도현영수진"];
  const letter = (word: string, at: number) => word[at % word.length]!;
  const lines = Array.from({ length: ROWS }, (_, i) => {
    const name = letter(families, i) + letter(given, i * 7) + letter(given, i * 11 + 3);
    const mobile = `010-${String(2000 + i % 7000)}-${String(1000 + Math.floor(i / 7000))}`;
    return `${name},한빛상사 ${i % 5000},영업${
      i % 9
    }팀,${mobile},user${i}@office.kr,서울시 강남구 ${i},${i % 10 === 0 ? "VIP" : "일반"}\n`;
  });
  return `이름,회사,부서,휴대폰,이메일,주소,등급\n${lines.join("")}`;
}

/** The same customers as bare statements, with nothing around them. */
async function floorSeconds(folder: string): Promise<number> {
  const db = new DatabaseSync(`${folder}/floor.sqlite`);
  db.exec(`PRAGMA journal_mode = WAL;
    CREATE TABLE c (id INTEGER PRIMARY KEY, name, company, department, email, address, grade);
    CREATE INDEX c_name ON c (name, id);
    CREATE TABLE n (id, position, normal, PRIMARY KEY (id, position)) WITHOUT ROWID;
    CREATE INDEX n_normal ON n (normal, id); CREATE INDEX n_last4 ON n (substr(normal, -4), id);`);
  const customer = db.prepare("INSERT INTO c VALUES (?, ?, ?, ?, ?, ?, ?)");
  const number = db.prepare("INSERT INTO n VALUES (?, 0, ?)");
  const rows = csv().split("\n").slice(1, -1).map((line) => line.split(","));
  await Promise.resolve();
  const begin = performance.now();
  db.exec("BEGIN");
  rows.forEach(([name, company, department, mobile, email, address, grade], i) => {
    customer.run(i, name!, company!, department!, email!, address!, grade!);
    number.run(i, mobile!.replaceAll("-", ""));
  });
  db.exec("COMMIT");
  const took = (performance.now() - begin) / 1000;
  db.close();
  return took;
}

async function exporting(
  server: ServerProcess,
  cookie: string,
  calls: Calls,
  idle: number[],
): Promise<Row[]> {
  const rows: Row[] = [];
  const busy: number[] = [];
  for (const format of ["csv", "xlsx"]) {
    const begin = performance.now();
    const file = fetch(`${server.origin}/customers/export?format=${format}`, {
      headers: { cookie },
    })
      .then((response) => response.arrayBuffer());
    busy.push(...await calls.during(file, 1));
    const bytes = new Uint8Array(await file);
    const seconds = (performance.now() - begin) / 1000;
    if (format === "xlsx") {
      let count = 0;
      for await (const _ of workbookRows(bytes)) count++;
      ok(count > ROWS, `${count} rows`);
    }
    rows.push({
      name: `${ROWS} customers to ${format}`,
      median: ROWS / seconds,
      unit: "rows/s",
      note: `${seconds.toFixed(1)} s, ${(bytes.length / 1024 / 1024).toFixed(1)} MB`,
    });
  }
  rows.push(latency("frame to pop-up, while exporting", busy, idle));
  return rows;
}
