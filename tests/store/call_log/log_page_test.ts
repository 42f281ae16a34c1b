import { deepEqual, equal, ok } from "node:assert/strict";
import { linkCall } from "../../../lib/store/call_customer.ts";
import { catchUp } from "../../../lib/store/call_log/catch_up.ts";
import type { CallFilter } from "../../../lib/store/call_log/filter.ts";
import { EVERY_CALL } from "../../support/every_call.ts";
import { logPage, type LogPlace } from "../../../lib/store/call_log/log_page.ts";
import { CALL_SORTS, type CallSort } from "../../../lib/store/call_log/sort.ts";
import { createConsultation } from "../../../lib/store/consultations.ts";
import type { Store } from "../../../lib/store/database.ts";
import { createGroup, setGroupsOf } from "../../../lib/store/extension_groups.ts";
import { assignExtension } from "../../../lib/store/extensions.ts";
import { updateCustomer } from "../../../lib/store/customers.ts";
import { NOBODY, NOW, someCall, someCustomer, someStaff } from "../fixtures.ts";
import { telephoneParty } from "../../support/parties.ts";
import { passingStore } from "../../support/passing_store.ts";

const FIRST: LogPlace = { kind: "page", page: 1 };

function idsOf(
  store: Store,
  filter: Partial<CallFilter> = {},
  sort: CallSort = "at",
  up = false,
  place = FIRST,
  limit = 1000,
): readonly number[] {
  const asked = { filter: { ...EVERY_CALL, ...filter }, order: { sort, up }, place, limit };
  return logPage(store, asked).ids;
}

function note(store: Store, callId: number, staffId: number, type: string, text: string): number {
  const rest = { customerId: null, state: "done", callbackAt: null } as const;
  return createConsultation(store, { callId, staffId, type, text, ...rest }, NOW).id;
}

/** Calls of every kind, in turn, each a minute after the last. */
function manyCalls(store: Store, count: number): void {
  const staff = ["kim", "lee"].map((login) => someStaff(store, login).id);
  assignExtension(store, "202", staff[0]!);
  assignExtension(store, "203", staff[1]!);
  const customers = [
    someCustomer(store, "이영희", "010-1111-2222"),
    someCustomer(store, "가나다", "02-555-1234"),
    someCustomer(store, "박지훈", "010-3333-4444"),
  ];
  updateCustomer(
    store,
    customers[0]!.id,
    {
      ...NOBODY,
      name: "이영희",
      company: "한빛상사",
      numbers: [{ number: "01011112222", label: "" }],
    },
    1,
    { by: null, at: NOW },
  );
  for (let i = 0; i < count; i++) {
    const startedAt = NOW + i * 60_000;
    const extension = i % 2 === 0 ? "202" : "203";
    const [missed, out] = [i % 5 === 0, i % 5 === 1];
    const answeredAt = missed || out ? null : startedAt + 1000 * (1 + i % 13);
    const number = i % 7 === 0
      ? null
      : ["01011112222", "025551234", "01033334444", "01099990000"][i % 4]!;
    const id = someCall(store, {
      trunk: String(1 + i % 4),
      direction: out ? "out" : "in",
      number,
      reason: number === null ? "withheld" : null,
      startedAt,
      answeredAt,
      endedAt: (answeredAt ?? startedAt) + 1000 * (3 + i * 37 % 400),
      outcome: missed ? "missed" : out ? "outbound" : "answered",
      connections: [telephoneParty(extension, {
        [out ? "dialledAt" : "rangAt"]: startedAt,
        joinedAt: missed ? null : startedAt,
        leftAt: startedAt,
      })],
      extension,
    });
    if (number !== null && i % 4 < 3) {
      linkCall(store, id, customers[i % 4]!.id, { by: null, at: NOW });
    }
    if (i % 3 === 0) note(store, id, staff[i % 2]!, i % 2 ? "주문" : "문의", `납기 확인 ${i}번`);
  }
}

function office(count = 400): Store {
  const store = passingStore();
  manyCalls(store, count);
  catchUp(store, Infinity);
  return store;
}

const CALLED = "direction = 'in' AND number IS NOT NULL";
const BEFORE = `(SELECT max(started_at) FROM calls AS b
  WHERE b.normal = calls.normal AND b.id < calls.id AND b.direction = 'in')`;
const SEOUL = { timeZone: "Asia/Seoul", hour: null, weekday: null };
const HOUR = "(started_at + 32400000) / 3600000 % 24";
/** The epoch's first day was a Thursday. */
const WEEKDAY = "((started_at + 32400000) / 86400000 + 3) % 7";

Deno.test("every filter leaves what the same question to the tables leaves, alone and together", () => {
  // From Saturday at 18:00 in Seoul until Sunday morning.
  const store = office(700);
  store.run("UPDATE customers SET grade = 'VIP' WHERE id = 3");
  const alone = someCall(store, {
    startedAt: NOW + 700 * 60_000,
    number: null,
    reason: "withheld",
    extension: null,
  });
  store.run("DELETE FROM connections WHERE call_id = ?", alone);
  createGroup(store, "둘 다");
  createGroup(store, "하나");
  createGroup(store, "빈 그룹");
  setGroupsOf(store, "202", [1, 2]);
  setGroupsOf(store, "203", [1]);
  const cases: [Partial<CallFilter>, string][] = [
    [{}, "true"],
    [{ direction: "out" }, "direction = 'out'"],
    [{ outcome: "missed" }, "outcome = 'missed'"],
    [{ agent: 1 }, "id IN (SELECT call_id FROM connections WHERE staff_id = 1)"],
    [{ agent: 1, outcome: "missed" }, "outcome = 'missed' AND extension = '202'"],
    [{ extension: "203" }, "extension = '203'"],
    [{ group: 1 }, "id IN (SELECT call_id FROM connections WHERE device IN ('202', '203'))"],
    [{ group: 2, outcome: "missed" }, "outcome = 'missed' AND extension = '202'"],
    [{ group: 3 }, "false"],
    [{ trunk: "1.3" }, "trunk = '3'"],
    [{ type: "주문" }, "id IN (SELECT call_id FROM consultations WHERE type = '주문')"],
    [{ caller: "known" }, "customer_id IS NOT NULL"],
    [{ caller: "new" }, "customer_id IS NULL AND number IS NOT NULL"],
    [{ caller: "hidden" }, "number IS NULL"],
    [{ note: "with" }, "id IN (SELECT call_id FROM consultations)"],
    [{ note: "without" }, "id NOT IN (SELECT call_id FROM consultations)"],
    [{ number: "5551" }, "number LIKE '%5551%'"],
    [{ number: "01" }, "number LIKE '%01%'"],
    [{ customer: "C-000001" }, "customer_id = 1"],
    [{ customer: "영희" }, "customer_id = 1"],
    [{ words: "확인 납" }, "id IN (SELECT call_id FROM consultations)"],
    [{ words: "12번" }, "id IN (SELECT call_id FROM consultations WHERE text LIKE '%12번%')"],
    [{ words: "없는말" }, "false"],
    [{ grade: "VIP" }, "customer_id = 3"],
    [{ visit: "first" }, `${CALLED} AND ${BEFORE} IS NULL`],
    [{ visit: "returning" }, `${CALLED} AND ${BEFORE} IS NOT NULL`],
    [{ visit: "again" }, `${CALLED} AND started_at - ${BEFORE} <= 86400000`],
    [{ by: 2 }, "outcome <> 'missed' AND extension = '203'"],
    [{ byExtension: "202" }, "outcome <> 'missed' AND extension = '202'"],
    [{ lacks: "agent" }, "id NOT IN (SELECT call_id FROM connections WHERE staff_id IS NOT NULL)"],
    [{ lacks: "extension" }, "id NOT IN (SELECT call_id FROM connections)"],
    [{ lacks: "type" }, "id NOT IN (SELECT call_id FROM consultations)"],
    [{ lacks: "grade" }, "customer_id IS NOT 3"],
    [{ clock: { ...SEOUL, hour: 20 } }, `${HOUR} = 20`],
    [{ clock: { ...SEOUL, weekday: 6 } }, `${WEEKDAY} = 6`],
    [
      {
        clock: { ...SEOUL, hour: 0, weekday: 6 },
        from: NOW,
        to: NOW + 60_000 * 373,
        caller: "known",
      },
      `${HOUR} = 0 AND ${WEEKDAY} = 6 AND customer_id IS NOT NULL
       AND started_at < ${NOW + 60_000 * 373}`,
    ],
    [
      { from: NOW + 60_000 * 10, to: NOW + 60_000 * 20 },
      `started_at >= ${NOW + 600_000} AND started_at < ${NOW + 1_200_000}`,
    ],
    [
      { outcome: "answered", caller: "known", note: "with", number: "010" },
      `outcome = 'answered' AND customer_id IS NOT NULL AND number LIKE '%010%'
       AND id IN (SELECT call_id FROM consultations)`,
    ],
  ];
  for (const [filter, sql] of cases) {
    const expected = store.all<{ id: number }>(
      `SELECT id FROM calls WHERE ${sql} ORDER BY id DESC`,
    );
    deepEqual(idsOf(store, filter), expected.map(({ id }) => id), JSON.stringify(filter));
  }
});

const KEYS: Record<CallSort, string> = {
  at: "calls.id",
  state: `CASE outcome WHEN 'missed' THEN 1 WHEN 'answered' THEN 2 ELSE 3 END`,
  customer: "customers.name",
  number: "calls.normal",
  code: "calls.customer_id",
  company: "nullif(customers.company, '')",
  agent: `CASE WHEN outcome <> 'missed' THEN extension END`,
  type: "(SELECT type FROM consultations WHERE call_id = calls.id)",
  ring: `CASE direction WHEN 'in' THEN (coalesce(answered_at, ended_at) - started_at) / 1000 END`,
  talk: "(ended_at - answered_at) / 1000",
  note: "(SELECT lower(text) FROM consultations WHERE call_id = calls.id)",
};

Deno.test("every column sorts up and down, with what lacks it at the end", () => {
  const store = office();
  for (const sort of CALL_SORTS) {
    for (const up of [true, false]) {
      const order = up ? "" : "DESC";
      const expected = store.all<{ id: number }>(
        `SELECT calls.id FROM calls LEFT JOIN customers ON customers.id = calls.customer_id
         WHERE calls.direction IN ('in', 'out')
         ORDER BY ${KEYS[sort]} IS NULL, ${KEYS[sort]} ${order}, calls.id ${order}`,
      );
      deepEqual(idsOf(store, {}, sort, up), expected.map(({ id }) => id), `${sort} ${order}`);
    }
  }
});

Deno.test("pages follow each other without gap or overlap, by number and by place, forwards and back", () => {
  const store = office(130);
  for (const sort of CALL_SORTS) {
    for (const up of [true, false]) {
      const all = idsOf(store, { direction: "in" }, sort, up);
      const pages = Array.from(
        { length: 15 },
        (_, i) => idsOf(store, { direction: "in" }, sort, up, { kind: "page", page: i + 1 }, 9),
      );
      deepEqual(pages.flat(), all, `${sort} by number`);
      deepEqual(
        idsOf(store, { direction: "in" }, sort, up, { kind: "end" }, 9),
        pages.findLast((page) => page.length > 0),
      );
      if (sort !== "at") continue;
      for (let at = 9; at < all.length; at += 9) {
        const behind = { kind: "behind", id: all[at - 1]! } as const;
        deepEqual(idsOf(store, { direction: "in" }, sort, up, behind, 9), all.slice(at, at + 9));
        const before = { kind: "before", id: all[at]! } as const;
        deepEqual(idsOf(store, { direction: "in" }, sort, up, before, 9), all.slice(at - 9, at));
      }
    }
  }
});

Deno.test("a page says how many there are, and whether any stand before and behind it", () => {
  const store = office(50);
  const asked = { filter: EVERY_CALL, order: { sort: "at", up: false }, limit: 20 } as const;
  const page = logPage(store, { ...asked, place: { kind: "page", page: 2 } });
  deepEqual([page.before, page.behind, page.count, page.exact, page.skipped], [
    true,
    true,
    50,
    true,
    20,
  ]);
  const last = logPage(store, { ...asked, place: { kind: "behind", id: page.ids.at(-1)! } });
  deepEqual([last.ids.length, last.before, last.behind, last.skipped], [10, true, false, 40]);
});

Deno.test("what changes is found as it is now: a link, a note, a company, the end of a call", () => {
  const store = passingStore();
  const staff = someStaff(store, "kim");
  const customer = someCustomer(store, "이영희", "010-1111-2222");
  const id = someCall(store, { number: "01077778888" });
  deepEqual(idsOf(store, { caller: "new" }), [id]);
  linkCall(store, id, customer.id, { by: staff.id, at: NOW });
  deepEqual(idsOf(store, { caller: "new" }), []);
  deepEqual(idsOf(store, { caller: "known" }), [id]);
  const noteId = note(store, id, staff.id, "주문", "반품 문의");
  deepEqual(idsOf(store, { words: "반품", type: "주문" }), [id]);
  store.run("UPDATE consultations SET text = '취소', type = '문의' WHERE id = ?", noteId);
  deepEqual(idsOf(store, { words: "반품" }), []);
  deepEqual(idsOf(store, { words: "취소", type: "문의" }), [id]);
  store.run("DELETE FROM consultations WHERE id = ?", noteId);
  deepEqual(idsOf(store, { note: "with" }), []);
  deepEqual(idsOf(store, { words: "취소" }), []);
});

Deno.test("a clock that was set back leaves every call on the day on which it says it began", () => {
  const store = passingStore();
  const [first, ahead, back, later] = [0, 3_600_000, 60_000, 7_200_000]
    .map((after) => someCall(store, { startedAt: NOW + after }));
  deepEqual(idsOf(store, { from: NOW, to: NOW + 120_000 }), [back, first]);
  deepEqual(idsOf(store, { from: NOW + 3_000_000, to: NOW + 3_700_000 }), [ahead]);
  deepEqual(idsOf(store, { from: NOW + 3_000_000 }), [later, ahead]);
});

Deno.test("words that are too common to look up are found by reading, and the count says `and more`", () => {
  const store = office(300);
  const asked = {
    filter: { ...EVERY_CALL, number: "0" },
    order: { sort: "at", up: false },
    place: FIRST,
    limit: 10,
  } as const;
  const page = logPage(store, asked);
  equal(page.ids.length, 10);
  deepEqual([page.exact, page.behind, page.count], [false, true, 11]);
  ok(page.ids.every((id) => id > 0));
});
