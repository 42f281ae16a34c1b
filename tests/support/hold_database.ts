import { equal, ok } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import type { RingingOffice } from "./ringing_office.ts";
import { until } from "./wait.ts";

const PAGES = ["/desk", "/calls", "/customers", "/board/now", "/customers/1"];

/** How long each of `count` requests for pages took, in ms, from the fastest to the slowest. */
async function latencies(office: RingingOffice, until: () => boolean): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < PAGES.length || !until(); i++) {
    const start = performance.now();
    equal(await office.status(PAGES[i % PAGES.length]!), 200);
    took.push(performance.now() - start);
    // An address may ask 300 times a second.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return took.sort((one, other) => one - other);
}

const p99 = (sorted: readonly number[]) => sorted[Math.floor(sorted.length * 0.99)]!;

export interface Held {
  /** For how long, in s: until the lock was seen to be gone. */
  readonly seconds: number;
  /** The slowest of a hundred pages, ms. */
  readonly before: number;
  readonly during: number;
}

/**
 * Somebody's sqlite3 has the database of a ringing office for `seconds`, which is longer than a form waits: asserts
 * that pages and streams go on, that nothing is acknowledged, and that a form gets an answer.
 */
export async function holdDatabase(office: RingingOffice, seconds: number): Promise<Held> {
  const warm = performance.now() + 1500;
  const before = await latencies(office, () => performance.now() > warm);

  using other = new DatabaseSync(`${office.data}/belltower.sqlite`);
  other.exec("PRAGMA busy_timeout = 5000; BEGIN EXCLUSIVE");
  const since = performance.now();
  const accepted = await office.frames("accepted");
  const refused = office.post("/customers", { name: "held", memo: "typed" });
  const end = performance.now() + seconds * 1000;
  const during = await latencies(office, () => performance.now() > end);
  const page = await refused;
  equal(page.status, 503);
  ok((await page.text()).includes('name="memo">\ntyped<'), "what was typed stands in the answer");
  const stream = await office.get("/live");
  const first = await stream.body!.getReader().read();
  ok(new TextDecoder().decode(first.value).includes("event: hello"));
  ok(office.told > 0, "the stream is still open");
  equal(await office.frames("accepted"), accepted, "nothing is acknowledged");
  // A frame is given up when the switch waits no longer; between two calls none comes for a while.
  await until(async () => await office.frames("failed") > 0, 30_000);

  // This one waits, and the frames that come again are stored as soon as the lock is gone.
  const saved = office.post("/customers", { name: "waited" });
  await until(async () => await Promise.race([saved.then(() => true), waits()]) === "waits");
  other.exec("ROLLBACK");
  equal((await saved).status, 303);
  await office.acknowledges();
  const held = (performance.now() - since) / 1000;
  return { seconds: held, before: p99(before), during: p99(during) };
}

/** What is said when nothing else has come for a moment. */
function waits(): Promise<"waits"> {
  return new Promise((resolve) => setTimeout(resolve, 100, "waits"));
}
