import type { CallFilter } from "../../lib/store/call_log/filter.ts";
import { EVERY_CALL } from "../support/every_call.ts";
import { logPage, type LogPlace } from "../../lib/store/call_log/log_page.ts";
import { CALL_SORTS } from "../../lib/store/call_log/sort.ts";
import type { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { median, percentile, type Row } from "./row.ts";
import { seedCalls } from "./seed_calls.ts";

/** Five million with `BENCH_CALLS=5000000`: the generator then runs for some minutes, once. */
const CALLS = Number(Deno.env.get("BENCH_CALLS") ?? 200_000);
const ROWS = 100;
const ROUNDS = 9;
const NOW = Date.UTC(2026, 10, 21, 9);
const DAY = 86_400_000;

const any = (filter: Partial<CallFilter>): CallFilter => ({ ...EVERY_CALL, ...filter });

/** A filter, and the same as a bare question to the tables, newest first, first page. */
const FILTERS: [string, CallFilter, string][] = [
  ["no filter", any({}), "true"],
  ["missed", any({ outcome: "missed" }), "outcome = 'missed'"],
  ["known customers", any({ caller: "known" }), "customer_id IS NOT NULL"],
  ["new numbers", any({ caller: "new" }), "customer_id IS NULL AND number IS NOT NULL"],
  [
    "an hour of the day",
    any({ clock: { timeZone: "Asia/Seoul", hour: 9, weekday: null } }),
    "(started_at + 32400000) / 3600000 % 24 = 9",
  ],
  ["one agent", any({ agent: 3 }), "id IN (SELECT call_id FROM connections WHERE staff_id = 3)"],
  [
    "one agent, missed, known customer",
    any({ agent: 3, outcome: "missed", caller: "known" }),
    `outcome = 'missed' AND customer_id IS NOT NULL
     AND id IN (SELECT call_id FROM connections WHERE staff_id = 3)`,
  ],
  [
    "missed with a note: none",
    any({ outcome: "missed", note: "with" }),
    "outcome = 'missed' AND id IN (SELECT call_id FROM consultations)",
  ],
  [
    "a month",
    any({ from: NOW - 60 * DAY, to: NOW - 30 * DAY }),
    `started_at >= ${NOW - 60 * DAY} AND started_at < ${NOW - 30 * DAY}`,
  ],
  [
    "a month, one agent, a type",
    any({ from: NOW - 60 * DAY, to: NOW - 30 * DAY, agent: 3, type: "배송" }),
    `started_at >= ${NOW - 60 * DAY} AND started_at < ${NOW - 30 * DAY}
     AND id IN (SELECT call_id FROM consultations WHERE type = '배송' AND staff_id = 3)`,
  ],
  ["four digits of a number", any({ number: "4711" }), "normal LIKE '%4711%'"],
  ["010 in a number", any({ number: "010" }), "normal LIKE '%010%'"],
  ["one customer", any({ customer: "C-000123" }), "customer_id = 123"],
  [
    "rare words of a note",
    any({ words: "전표 4711" }),
    "id IN (SELECT call_id FROM consultations WHERE text LIKE '%전표 4711%')",
  ],
  [
    "common words of a note",
    any({ words: "납기 확인" }),
    "id IN (SELECT call_id FROM consultations WHERE text LIKE '%납기%' AND text LIKE '%확인%')",
  ],
];

const PLACES: readonly [string, (count: number) => LogPlace][] = [
  ["first", () => ({ kind: "page", page: 1 })],
  ["middle", (count) => ({ kind: "page", page: Math.max(1, Math.floor(count / ROWS / 2)) })],
  ["last", () => ({ kind: "end" })],
];

/** Pages of the call log by every filter and every sort, against the same questions in bare SQL. */
export function bench(): Promise<Row[]> {
  const store = openStore(folder());
  const all: number[] = [];
  const rows: Row[] = [];
  for (const [name, filter, sql] of FILTERS) {
    const times: number[] = [];
    let worst = ["", 0] as [string, number];
    for (const sort of CALL_SORTS) {
      for (const up of [false, true]) {
        for (const [where, placeOf] of PLACES) {
          const first = {
            filter,
            order: { sort, up },
            place: { kind: "page", page: 1 },
            limit: 1,
          } as const;
          const place = placeOf(logPage(store, first).count);
          const took = timed(() => logPage(store, { ...first, place, limit: ROWS }), ROUNDS / 3);
          times.push(...took);
          const middle = median(took);
          if (middle > worst[1]) worst = [`${sort} ${up ? "up" : "down"}, ${where} page`, middle];
        }
      }
    }
    all.push(...times);
    const [floor = 0] = timed(() => bare(store, sql), 1);
    rows.push({
      name: `call log: ${name}`,
      median: median(times),
      p99: percentile(times, 99),
      unit: "ms",
      floor,
      ratio: median(times) / floor,
      note: `slowest: ${worst[0]} ${
        worst[1].toFixed(1)
      } ms; floor: newest page and count in bare SQL`,
    });
  }
  rows.push({
    name: `call log: all of these, ${CALLS.toLocaleString("en")} calls`,
    median: median(all),
    p99: percentile(all, 99),
    unit: "ms",
    note: `resident memory ${Math.round(Deno.memoryUsage().rss / 2 ** 20)} MiB`,
  });
  store.close();
  return Promise.resolve(rows);
}

function folder(): string {
  const path = Deno.env.get("BENCH_CALL_FOLDER") ?? `/tmp/belltower-bench-calls-${CALLS}`;
  try {
    Deno.statSync(`${path}/belltower.sqlite`);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    seedCalls(path, { calls: CALLS, customers: Math.ceil(CALLS / 16), now: NOW }, () => undefined);
  }
  return path;
}

function timed(work: () => void, rounds: number): number[] {
  return Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

function bare(store: Store, where: string): void {
  store.all(`SELECT id FROM calls WHERE ${where} ORDER BY started_at DESC, id DESC LIMIT ${ROWS}`);
  store.get(`SELECT count(*) FROM calls WHERE ${where}`);
}
