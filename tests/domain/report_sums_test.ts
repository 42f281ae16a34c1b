import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { DurationTally } from "../../lib/domain/duration_tally.ts";
import { periodBefore } from "../../lib/domain/period_before.ts";
import { allBusy } from "../../lib/domain/trunk_load.ts";

Deno.test("median and 90th percentile are those of the sorted times, to the second", () => {
  const times = fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(fc.property(times, (all) => {
    const tally = new DurationTally();
    for (const ms of all) tally.add(ms);
    const seconds = all.map((ms) => Math.floor(ms / 1000)).sort((a, b) => a - b);
    const at = (share: number) => seconds[Math.ceil(all.length * share) - 1];
    deepEqual(tally.spread(), {
      count: all.length,
      mean: all.reduce((sum, ms) => sum + ms, 0) / all.length,
      median: at(0.5),
      p90: at(0.9),
    });
  }));
});

Deno.test("nothing measured is no time, not a time of 0", () => {
  deepEqual(new DurationTally().spread(), { count: 0, mean: null, median: null, p90: null });
});

Deno.test("all trunks are busy exactly when each of them has a call, from one moment up to another", () => {
  const calls = fc.array(
    fc.record({
      trunk: fc.integer({ min: 0, max: 2 }),
      from: fc.integer({ min: 0, max: 60 }),
      length: fc.integer({ min: 0, max: 25 }),
    }),
    { maxLength: 25 },
  );
  fc.assert(fc.property(calls, (any) => {
    const inOrder = any.toSorted((a, b) => a.from - b.from);
    const busy = allBusy(
      {
        count: inOrder.length,
        order: null,
        trunk: Uint8Array.from(inOrder, ({ trunk }) => trunk + 1),
        startedAt: Float64Array.from(inOrder, ({ from }) => from),
        endedAfter: Uint32Array.from(inOrder, ({ length }) => length),
        live: 1000,
        now: 0,
      },
      3,
      10,
      50,
    );
    const at = (moment: number) =>
      moment >= 10 && moment < 50 &&
      [0, 1, 2].every((trunk) =>
        any.some((call) =>
          call.trunk === trunk && call.from <= moment && moment < call.from + call.length
        )
      );
    const moments = Array.from({ length: 100 }, (_, moment) => moment);
    deepEqual(
      moments.filter((moment) => busy.some(({ from, to }) => from <= moment && moment < to)),
      moments.filter(at),
    );
    // As long as it lasts it is one time, not two.
    equal(busy.length, moments.filter((moment) => at(moment) && !at(moment - 1)).length);
  }));
});

Deno.test("a period is compared with as many days before, whole months with whole months", () => {
  deepEqual(periodBefore("2026-11-21", "2026-11-21"), { first: "2026-11-20", last: "2026-11-20" });
  deepEqual(periodBefore("2026-11-16", "2026-11-22"), { first: "2026-11-09", last: "2026-11-15" });
  deepEqual(periodBefore("2026-03-01", "2026-03-31"), { first: "2026-02-01", last: "2026-02-28" });
  deepEqual(periodBefore("2026-01-01", "2026-12-31"), { first: "2025-01-01", last: "2025-12-31" });
  deepEqual(periodBefore("2026-01-01", "2026-03-31"), { first: "2025-10-01", last: "2025-12-31" });
});
