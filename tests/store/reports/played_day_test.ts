import { deepEqual, equal, ok } from "node:assert/strict";
import { officeTime } from "../../../lib/domain/office_time.ts";
import { REPORT_GROUPS } from "../../../lib/domain/report.ts";
import { sampleOffice } from "../../../lib/demo/sample_office.ts";
import { DIALECTS } from "../../../lib/switches/pbx416/dialect/dialect.ts";
import { catchUp } from "../../../lib/store/call_log/catch_up.ts";
import { makeReport } from "../../../lib/store/reports/make_report.ts";
import { passingStore } from "../../support/passing_store.ts";
import { playDay } from "../../support/played_day.ts";

Deno.test("the report of an office day is what happened at the virtual PBX", () => {
  const store = passingStore();
  const start = officeTime("Asia/Seoul").startOf("2026-11-20") + 9 * 3_600_000;
  const { trunks, extensions } = DIALECTS["416"]!;
  const truth = playDay(store, {
    ...{ seed: 9, callsPerMinute: 2, trunks, extensions, count: 300 },
    numbers: sampleOffice().callers,
  }, start);
  catchUp(store, Infinity);
  const count = (outcome: string) => truth.filter((call) => call.outcome === outcome).length;
  for (const by of REPORT_GROUPS) {
    const { total, rows } = makeReport(store, {
      ...{ by, first: "2026-11-20", last: "2026-11-20", timeZone: "Asia/Seoul", now: start },
    });
    equal(total.answered, count("answered"));
    equal(total.missed, count("missed"));
    equal(total.outgoing, count("outbound"));
    if (by === "trunk") {
      deepEqual(
        Object.fromEntries(
          rows.map(({ key, figures }) => [key, figures.incoming + figures.outgoing]),
        ),
        Object.fromEntries(
          [...Map.groupBy(truth, ({ trunk }) => `1.${trunk}`)].sort()
            .map(([key, calls]) => [key, calls.length]),
        ),
      );
    }
    if (by === "extension") {
      for (const { key, taken } of rows.filter((row) => row.key !== "")) {
        equal(taken, truth.filter(({ answeredBy }) => answeredBy.at(-1) === key).length, key);
      }
    }
    const sum = rows.reduce((all, { figures }) => all + figures.incoming + figures.outgoing, 0);
    ok(sum >= truth.length, `${by}: ${sum} of ${truth.length} calls are in some row`);
  }
  store.close();
});
