/** Reports on a year of calls: marks and packed times, beside the plain SQL that would count the same. */
import { REPORT_GROUPS } from "../../lib/domain/report.ts";
import type { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { makeReport } from "../../lib/store/reports/make_report.ts";
import { median, percentile, type Row } from "./row.ts";
import { seedCalls } from "./seed_calls.ts";

/** `BENCH_CALLS=5000000` is what the program promises; less is quicker to make. */
const CALLS = Number(Deno.env.get("BENCH_CALLS") ?? 200_000);
const NOW = Date.UTC(2026, 10, 21, 9);
const YEAR = { first: "2025-11-22", last: "2026-11-21" } as const;
/** Whatever there is: five years of five million calls. */
const ALL = { first: "2018-11-22", last: "2026-11-21" } as const;
const ROUNDS = 5;

export function bench(): Promise<Row[]> {
  const store = openStore(folder(), { readOnly: true });
  const rows: Row[] = [];
  const { n } = store.get<{ n: number }>("SELECT count(*) AS n FROM calls") as { n: number };
  for (const [name, period] of [["a year", YEAR], ["all years", ALL]] as const) {
    const floor = median(timed(() => bareSql(store, period), 1));
    for (const by of REPORT_GROUPS) {
      const asked = { by, ...period, timeZone: "Asia/Seoul", now: NOW };
      let counted = 0;
      const times = timed(() => {
        const { total } = makeReport(store, asked);
        counted = total.incoming + total.outgoing;
      }, ROUNDS);
      rows.push({
        name: `report by ${by}, ${name} of ${n.toLocaleString("en")} calls`,
        median: median(times),
        p99: percentile(times, 99),
        unit: "ms",
        floor,
        ratio: median(times) / floor,
        note: `${counted.toLocaleString("en")} calls`,
      });
    }
  }
  rows.push({
    name: "memory of the reports",
    median: Math.round(Deno.memoryUsage().rss / 2 ** 20),
    unit: "MiB",
  });
  store.close();
  return Promise.resolve(rows);
}

/** Counts and means by day alone: no percentiles, no callers, no trunks, no period before. */
function bareSql(store: Store, { first, last }: { readonly first: string; readonly last: string }) {
  store.all(
    `SELECT (started_at + 32400000) / 86400000 AS day, count(*) FILTER (WHERE direction = 'in'),
       count(*) FILTER (WHERE outcome = 'answered'), count(*) FILTER (WHERE outcome = 'missed'),
       avg(answered_at - started_at), avg(ended_at - answered_at)
     FROM calls WHERE started_at >= ? AND started_at < ? GROUP BY day`,
    Date.parse(`${first}T00:00:00+09:00`),
    Date.parse(`${last}T00:00:00+09:00`) + 86_400_000,
  );
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
