import { deepEqual, match } from "node:assert/strict";
import { linkCall } from "../../lib/store/call_customer.ts";
import { createConsultation } from "../../lib/store/consultations.ts";
import { type HistoryEntry, historyOf, type HistoryPlace } from "../../lib/store/history.ts";
import { saveDraft } from "../../lib/store/notes.ts";
import { passingStore } from "../support/passing_store.ts";
import { NOW, planOf, someCall, someCustomer, someStaff } from "./fixtures.ts";

/** A customer with calls and consultations without calls at the given seconds. */
function withPast(calls: number[], notes: number[]) {
  const store = passingStore();
  const staffId = someStaff(store, "kim").id;
  const customerId = someCustomer(store, "이영희").id;
  const stranger = someCustomer(store, "남").id;
  const change = { by: staffId, at: NOW };
  const note = { callId: null, staffId, type: "", text: "", state: "done", callbackAt: null };
  for (const at of calls) {
    linkCall(store, someCall(store, { startedAt: NOW + at }), customerId, change);
    linkCall(store, someCall(store, { startedAt: NOW + at }), stranger, change);
  }
  for (const at of notes) {
    createConsultation(store, { ...note, customerId, state: "done" }, NOW + at);
    createConsultation(store, { ...note, customerId: stranger, state: "done" }, NOW + at);
  }
  return { store, staffId, customerId };
}

const told = (entries: HistoryEntry[]) => entries.map((e) => `${e.kind} ${e.at - NOW}`);

Deno.test("calls and consultations of a customer stand in one time line, a call with its notes", () => {
  const { store, staffId, customerId } = withPast([10, 30], [20, 40]);
  const [, call] = historyOf(store, customerId, { before: null, limit: 2 });
  saveDraft(store, { callId: call!.id, staffId, type: "문의", text: "납기", version: 0 }, NOW);
  const line = historyOf(store, customerId, { before: null, limit: 10 });
  deepEqual(told(line), ["interaction 40", "call 30", "interaction 20", "call 10"]);
  const notes = line.flatMap((e) => e.kind === "call" ? e.consultations.map((c) => c.text) : []);
  deepEqual(notes, ["납기"]);
});

Deno.test("the pages of a history hold everything once, in the same order as the whole", () => {
  const { store, customerId } = withPast([1, 5, 5, 5, 9, 12], [5, 5, 3, 9, 9, 12, 13]);
  const whole = historyOf(store, customerId, { before: null, limit: 100 });
  for (const limit of [1, 2, 3, 5]) {
    const pages: HistoryEntry[] = [];
    let before: HistoryPlace | null = null;
    while (true) {
      const page = historyOf(store, customerId, { before, limit });
      if (page.length === 0) break;
      pages.push(...page);
      before = page.at(-1)!;
    }
    deepEqual(pages, whole);
  }
});

Deno.test("a history is read by index, without sorting", () => {
  const { store, customerId } = withPast([], []);
  const before = { kind: "call", at: NOW + 9, id: 1 } as const;
  const plan = planOf(store, (spy) => historyOf(spy, customerId, { before, limit: 20 }));
  deepEqual(plan.filter((step) => /^SCAN (?!json_each)|FOR ORDER BY/.test(step)), []);
  match(plan.join("\n"), /SEARCH calls USING INDEX calls_by_customer/);
  match(plan.join("\n"), /SEARCH interactions USING (COVERING )?INDEX interactions_by_customer/);
});
