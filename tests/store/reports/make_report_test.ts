import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { REPORT_GROUPS, type ReportGroup } from "../../../lib/domain/report.ts";
import { linkCall } from "../../../lib/store/call_customer.ts";
import { catchUp } from "../../../lib/store/call_log/catch_up.ts";
import { createConsultation } from "../../../lib/store/consultations.ts";
import { updateCustomer } from "../../../lib/store/customers.ts";
import type { Store } from "../../../lib/store/database.ts";
import { assignExtension } from "../../../lib/store/extensions.ts";
import { makeReport } from "../../../lib/store/reports/make_report.ts";
import { NOBODY, NOW, someCall, someCustomer, someStaff } from "../fixtures.ts";
import { passingStore } from "../../support/passing_store.ts";
import { type OracleCall, oracleReport } from "./oracle.ts";
import { telephoneParty } from "../../support/parties.ts";
import { ensureContactPoint } from "../../../lib/store/contact_points.ts";
import { interactionOfCall } from "../../../lib/store/interactions.ts";

const NUMBERS = ["01011112222", "025551234", "01033334444", null] as const;
const TYPES = ["주문", "문의"] as const;

/** A call as it is drawn; times in whole ms. */
const drawn = fc.record({
  pause: fc.integer({ min: -200_000, max: 9_000_000 }),
  trunk: fc.integer({ min: 1, max: 4 }),
  out: fc.boolean(),
  number: fc.integer({ min: 0, max: 3 }),
  rang: fc.subarray(["202", "203", "204"], { minLength: 1 }),
  ring: fc.integer({ min: 0, max: 40_000 }),
  talk: fc.option(fc.integer({ min: 0, max: 5_000_000 })),
  types: fc.subarray([...TYPES]),
  linked: fc.boolean(),
});

const AT = {
  "Asia/Seoul": ["2026-11-20", "2026-11-22"],
  "America/New_York": ["2026-10-31", "2026-11-02"],
} as const;

for (const zone of ["Asia/Seoul", "America/New_York"] as const) {
  Deno.test(`every figure of every report is that of an independent count (${zone})`, () => {
    const calls = fc.array(drawn, { minLength: 1, maxLength: 30 });
    const start = zone === "Asia/Seoul" ? NOW - 30 * 3_600_000 : Date.UTC(2026, 9, 31, 3);
    fc.assert(
      fc.property(calls, (draws) => {
        const store = passingStore();
        const kept = keep(store, draws, start);
        catchUp(store, Infinity);
        const [first, last] = AT[zone];
        for (const by of REPORT_GROUPS) {
          const asked = { by, first, last, timeZone: zone, now: start + 90 * 3_600_000 };
          const report = makeReport(store, asked);
          const oracle = oracleReport(kept, asked);
          deepEqual(report.total, oracle.total);
          deepEqual(report.before.total, oracle.before);
          deepEqual(plain(by, report.rows), oracle.rows, by);
          deepEqual(report.heat, oracle.heat);
          deepEqual(report.busy, oracle.busy);
        }
        store.close();
      }),
      { numRuns: 12 },
    );
  });
}

/** Rows by their keys, without those of time in which nothing happened. */
function plain(by: ReportGroup, rows: ReturnType<typeof makeReport>["rows"]) {
  return Object.fromEntries(
    rows.filter(({ figures }) => figures.incoming + figures.outgoing > 0)
      .map(({ key, figures, taken }) => [
        key,
        by === "agent" || by === "extension" ? { figures, taken } : { figures },
      ]),
  );
}

type Draw = typeof drawn extends fc.Arbitrary<infer One> ? One : never;

function keep(store: Store, draws: readonly Draw[], start: number): OracleCall[] {
  const staff = ["kim", "lee"].map((login) => someStaff(store, login).id);
  assignExtension(store, "202", staff[0]!);
  assignExtension(store, "203", staff[1]!);
  const customer = someCustomer(store, "이영희", "010-1111-2222");
  updateCustomer(
    store,
    customer.id,
    { ...NOBODY, name: "이영희", grade: "VIP", numbers: [{ number: "01011112222", label: "" }] },
    customer.version,
    { by: null, at: NOW },
  );
  let at = start;
  return draws.map(({ pause, trunk, out, number, rang, ring, talk, types, linked }) => {
    at += pause;
    const phone = NUMBERS[number]!;
    const answeredAt = out || talk === null ? null : at + ring;
    const endedAt = (answeredAt ?? at + ring) + (talk ?? 0);
    const by = rang.at(-1)!;
    const id = someCall(store, {
      trunk: String(trunk),
      direction: out ? "out" : "in",
      number: phone,
      reason: phone === null ? "withheld" : null,
      startedAt: at,
      answeredAt,
      endedAt,
      outcome: out ? "outbound" : talk === null ? "missed" : "answered",
      connections: out
        ? [telephoneParty(by, { dialledAt: at, leftAt: endedAt })]
        : rang.map((extension) =>
          telephoneParty(extension, {
            rangAt: at,
            joinedAt: extension === by ? answeredAt : null,
            leftAt: endedAt,
          })
        ),
      extension: by,
      heardAt: endedAt,
    });
    if (linked) linkCall(store, id, customer.id, { by: null, at });
    types.forEach((type, index) =>
      createConsultation(store, {
        callId: id,
        staffId: staff[index]!,
        type,
        text: "",
        state: "done",
        customerId: null,
        callbackAt: null,
      }, at)
    );
    const extensions = out ? [by] : rang;
    const agent = (extension: string) => staff[Number(extension) - 202];
    return {
      ...{ id, startedAt: at, answeredAt, endedAt, number: phone, types },
      trunk: `1.${trunk}`,
      direction: out ? "out" : "in",
      outcome: out ? "outbound" : talk === null ? "missed" : "answered",
      extensions,
      agents: extensions.map(agent).filter((one) => one !== undefined).map(String),
      byExtension: out || answeredAt !== null ? by : null,
      byAgent: out || answeredAt !== null ? agent(by)?.toString() ?? null : null,
      grade: linked ? "VIP" : null,
    };
  });
}

Deno.test("who was missed and called back is counted with the time it took", () => {
  const store = passingStore();
  const missed = (normal: string, state: string, reachedBy: number | null, after: number) => {
    const id = someCall(store, { startedAt: NOW, answeredAt: null, outcome: "missed" });
    store.run(
      `INSERT INTO work (kind, state, contact_point_id, interaction_id, wait_from, due_at, done_at)
       VALUES ('missed', ?, ?, ?, ?, ?, ?)`,
      state,
      ensureContactPoint(store, { kind: "telephone", address: normal }),
      interactionOfCall(store, id),
      NOW,
      NOW,
      state === "done" ? NOW + after : null,
    );
    store.run(
      `INSERT INTO missed_work (work_id, tries, first_at, last_at, reached_by)
       SELECT max(id), 1, ?1, ?1, ?2 FROM work`,
      NOW,
      reachedBy,
    );
  };
  const out = someCall(store, { direction: "out", outcome: "outbound", answeredAt: null });
  const back = someCall(store, {});
  missed("0100", "done", out, 60_000);
  missed("0101", "done", out, 120_000);
  missed("0102", "done", back, 5000);
  missed("0103", "waiting", null, 0);
  missed("0104", "done", null, 5000);
  const { callBacks } = makeReport(store, {
    ...{ by: "day", first: "2026-11-21", last: "2026-11-21", timeZone: "Asia/Seoul", now: NOW },
  });
  deepEqual(callBacks, {
    ...{ callers: 5, called: 2, calledAgain: 1, settled: 1, waiting: 1 },
    after: { count: 2, mean: 90_000, median: 60, p90: 120 },
  });
  store.close();
});

Deno.test("a caller is new once, and again new when the first call turns out to be another's", () => {
  const store = passingStore();
  const first = someCall(store, { startedAt: NOW - 1000 });
  someCall(store, { startedAt: NOW });
  const figures = () => {
    catchUp(store, Infinity);
    const { total } = makeReport(store, {
      ...{ by: "day", first: "2026-11-21", last: "2026-11-21", timeZone: "Asia/Seoul", now: NOW },
    });
    return [total.first, total.returning, total.again];
  };
  deepEqual(figures(), [1, 1, 1]);
  store.run("UPDATE calls SET number = '0255', normal = '0255' WHERE id = ?", first);
  deepEqual(figures(), [2, 0, 0]);
  store.run("DELETE FROM calls WHERE id = ?", first);
  deepEqual(figures(), [1, 0, 0]);
  store.close();
});

Deno.test("a period without calls is all nothing, and no row is left out of it", () => {
  const store = passingStore();
  const report = makeReport(store, {
    ...{ by: "day", first: "2026-11-01", last: "2026-11-30", timeZone: "Asia/Seoul", now: NOW },
  });
  equal(report.rows.length, 30);
  equal(report.total.incoming + report.total.outgoing, 0);
  equal(report.busiest, null);
  store.close();
});
