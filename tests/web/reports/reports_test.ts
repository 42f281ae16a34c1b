import { deepEqual, equal, ok } from "node:assert/strict";
import { officeTime } from "../../../lib/domain/office_time.ts";
import { REPORT_GROUPS } from "../../../lib/domain/report.ts";
import { sampleOffice } from "../../../lib/demo/sample_office.ts";
import { DIALECTS } from "../../../lib/switches/pbx416/dialect/dialect.ts";
import { logPage } from "../../../lib/store/call_log/log_page.ts";
import { createConsultation } from "../../../lib/store/consultations.ts";
import { makeReport } from "../../../lib/store/reports/make_report.ts";
import { translator } from "../../../lib/text/translator.ts";
import { filterOf, orderOf, readCallQuery } from "../../../lib/web/calls/call_query.ts";
import { readReportQuery, reportUrl } from "../../../lib/web/reports/report_query.ts";
import { reportView } from "../../../lib/web/reports/report_view.ts";
import type { Visit } from "../../../lib/web/visit.ts";
import { formatter } from "../../../lib/text/format.ts";
import { playDay } from "../../support/played_day.ts";
import { ORIGIN, WebOffice } from "../../support/web_office.ts";

const TIME = officeTime("Asia/Seoul");

function queryOf(text: string, now: number) {
  return readReportQuery(new URLSearchParams(text), TIME, now);
}

Deno.test("every figure that is a link leads to as many calls of the log", () => {
  using office = new WebOffice();
  const { trunks, extensions } = DIALECTS["416"]!;
  const options = { seed: 3, callsPerMinute: 2, trunks, extensions, count: 150 };
  const start = TIME.startOf("2026-11-20") + 9 * 3_600_000;
  playDay(office.store, { ...options, numbers: sampleOffice().callers }, start);
  for (let callId = 1; callId < 150; callId += 4) {
    createConsultation(office.store, {
      callId,
      staffId: office.staff("kim").id,
      type: callId % 8 === 1 ? "주문" : "문의",
      text: "",
      state: "done",
      customerId: null,
      callbackAt: null,
    }, start);
  }
  office.store.run("UPDATE customers SET grade = CASE WHEN id % 2 = 0 THEN 'VIP' ELSE '일반' END");
  const countOf = (url: string) => {
    const query = readCallQuery(new URL(url, ORIGIN).searchParams);
    const filter = filterOf(query, TIME, office.now);
    const { place } = query;
    return logPage(office.store, { filter, order: orderOf(query), place, limit: 50 }).count;
  };
  // The first question to the log makes the marks.
  countOf("/calls");
  let followed = 0;
  for (const by of REPORT_GROUPS) {
    const query = queryOf(`by=${by}&from=2026-11-20&to=2026-11-21`, office.now);
    const { first, last } = query;
    const asked = { by, first, last, timeZone: "Asia/Seoul", now: office.now };
    const view = reportView(visitOf(office), query, makeReport(office.store, asked), 0);
    const cells = [...view.table.rows, view.table.total, view.table.before]
      .flatMap((row) => row.cells);
    const cards = view.cards.map(({ value, url }) => ({ text: value, url }));
    for (const { text, url } of [...cells, ...cards, ...view.heat.cells]) {
      if (url === null) continue;
      equal(countOf(url), Number(text.replace(/[,건]/g, "")), `${by}: ${url}`);
      followed++;
    }
    // Rates, times and busy trunks are no calls; every other figure is a link.
    const plain = view.table.heads.flatMap(({ label, parts }) =>
      parts.length === 0 ? [label] : parts.map(() => null)
    );
    for (const row of [...view.table.rows, view.table.total]) {
      row.cells.forEach(({ text, url }, at) => {
        const counts = plain[at] !== null && plain[at] !== "응답률";
        const figure = text !== "–" && text !== "";
        equal(url !== null, counts && figure, `${by}: ${row.name}, ${plain[at]}`);
      });
    }
  }
  ok(followed > 300, `only ${followed} figures are links`);
});

function visitOf(office: WebOffice): Visit {
  return {
    store: office.store,
    now: office.now,
    language: "ko",
    t: translator("ko"),
    format: formatter("ko", "Asia/Seoul"),
    web: { office: { timeZone: "Asia/Seoul" } },
  } as Visit;
}

Deno.test("an agent gets no report, nor a way to it", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  equal((await kim.get("/reports")).status, 403);
  equal((await kim.get("/reports/export")).status, 403);
  ok(!(await (await kim.get("/desk")).text()).includes('href="/reports"'));
  ok((await (await office.browser("super").get("/desk")).text()).includes('href="/reports"'));
});

Deno.test("a period's name is its days in the office, and what nobody knows is the last thirty", () => {
  using office = new WebOffice();
  const days = (text: string) => {
    const { first, last } = queryOf(text, office.now);
    return [first, last];
  };
  deepEqual(days("period=today"), ["2026-11-21", "2026-11-21"]);
  deepEqual(days("period=week"), ["2026-11-16", "2026-11-21"]);
  deepEqual(days("period=last_month"), ["2026-10-01", "2026-10-31"]);
  deepEqual(days("period=yesteryear&by=moon"), ["2026-10-23", "2026-11-21"]);
  deepEqual(days("from=2026-11-09&to=2026-11-02"), ["2026-11-02", "2026-11-09"]);
  deepEqual(days("from=2026-02-31&to=2026-03-01"), ["2026-03-01", "2026-03-01"]);
  deepEqual(days("from=0001-01-01&to=2026-03-01"), ["0001-01-01", "0011-01-09"]);
  equal(
    reportUrl(queryOf("by=agent&from=2026-11-02&to=2026-11-02", office.now)),
    "/reports?by=agent&from=2026-11-02&to=2026-11-02",
  );
});
