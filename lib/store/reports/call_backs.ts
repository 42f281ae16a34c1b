import { DurationTally } from "../../domain/duration_tally.ts";
import type { CallBacks } from "../../domain/report.ts";
import type { Store } from "../database.ts";

/** What became of the callers who were missed for the first time in this stretch. */
export function callBacks(store: Store, from: number, to: number): CallBacks {
  const rows = store.all<{ how: keyof typeof NOBODY; second: number; n: number; sum: number }>(
    `SELECT CASE WHEN work.done_at IS NULL THEN 'waiting'
         WHEN missed.reached_by IS NULL THEN 'settled'
         WHEN calls.direction = 'out' THEN 'called' ELSE 'calledAgain' END AS how,
       max(0, work.done_at - missed.first_at) / 1000 AS second,
       count(*) AS n, sum(max(0, work.done_at - missed.first_at)) AS sum
     FROM missed_work AS missed JOIN work ON work.id = missed.work_id
     LEFT JOIN calls ON calls.id = missed.reached_by
     WHERE missed.first_at >= ? AND missed.first_at < ? GROUP BY how, second`,
    from,
    to,
  );
  const counts = { ...NOBODY };
  const after = new DurationTally();
  for (const { how, n, sum } of rows) {
    counts[how] += n;
    // All of one row lie within a second, and the mean of them has the same second.
    if (how === "called") after.add(sum / n, n);
  }
  return { callers: rows.reduce((all, { n }) => all + n, 0), ...counts, after: after.spread() };
}

const NOBODY = { called: 0, calledAgain: 0, settled: 0, waiting: 0 };
