import { deepEqual, equal, match, throws } from "node:assert/strict";
import { linkCall } from "../../lib/store/call_customer.ts";
import { listedCallById } from "../../lib/store/call_list.ts";
import { callById, countCalls, countCallsOfNumber } from "../../lib/store/calls.ts";
import {
  liveCallNamed,
  liveCallOn,
  liveCalls,
  liveCallsOfLine,
} from "../../lib/store/live_calls.ts";
import { updateCall } from "../../lib/store/write_calls.ts";
import { noteOf } from "../../lib/store/consultations.ts";
import { chosenCustomer } from "../../lib/store/customer_match.ts";
import { assignExtension } from "../../lib/store/extensions.ts";
import { saveDraft } from "../../lib/store/notes.ts";
import { telephoneParty } from "../support/parties.ts";
import { passingStore } from "../support/passing_store.ts";
import { NOW, planOf, someCall, someCustomer, someStaff } from "./fixtures.ts";

const LIVE = {
  state: "ringing",
  answeredAt: null,
  endedAt: null,
  outcome: null,
  connections: [telephoneParty("202", { rangAt: NOW })],
} as const;

/** No table is read through, and nothing is sorted: a million calls cost what a hundred do. */
function isIndexed(plan: string[], index: string): void {
  deepEqual(plan.filter((step) => /^SCAN (?!.*INDEX)|TEMP B-TREE FOR ORDER BY/.test(step)), []);
  match(plan.join("\n"), new RegExp(`(SEARCH|SCAN) calls USING (COVERING )?INDEX ${index}\\b`));
}

Deno.test("a call comes back as it was stored, and is nobody's at first", () => {
  const store = passingStore();
  const id = someCall(store);
  deepEqual(callById(store, id), {
    id,
    line: 1,
    trunk: "1",
    direction: "in",
    state: "ended",
    number: "01012345678",
    normal: "01012345678",
    reason: null,
    startedAt: NOW,
    answeredAt: NOW + 2000,
    endedAt: NOW + 10_000,
    outcome: "answered",
    cause: null,
    called: null,
    queue: null,
    switchCall: "1-1",
    connections: [{
      device: "202",
      kind: "telephone",
      state: "null",
      since: NOW + 10_000,
      rangAt: NOW + 1000,
      dialledAt: null,
      joinedAt: NOW + 2000,
      heldMs: 0,
      leftAt: NOW + 10_000,
      cause: null,
      staffId: null,
      staff: null,
      staffName: null,
    }],
    consultsFor: null,
    extension: "202",
    heardAt: NOW + 10_000,
    customerId: null,
    match: null,
  });
  equal(callById(store, id + 1), null);
});

Deno.test("a switch has one call of an ID at a time, whatever happens", () => {
  const store = passingStore();
  const id = someCall(store, LIVE);
  const { switchCall } = callById(store, id)!;
  throws(
    () => someCall(store, { ...LIVE, switchCall }),
    /UNIQUE constraint failed: calls.line_id, calls.switch_call/,
  );
  equal(liveCallNamed(store, 1, switchCall)?.id, id);
  equal(liveCallNamed(store, 2, switchCall), null);
  const other = someCall(store, { ...LIVE, trunk: "2" });
  deepEqual(liveCalls(store).map((call) => call.id), [id, other]);
  deepEqual(liveCallsOfLine(store, 1).map((call) => call.id), [id, other]);
  deepEqual(liveCallsOfLine(store, 2), []);
  equal(liveCallOn(store, 1, "2")?.id, other);
  equal(liveCallOn(store, 1, "3"), null);
});

Deno.test("a call that goes on keeps its connections and the customer that an agent chose", () => {
  const store = passingStore();
  const id = someCall(store, LIVE);
  const customer = someCustomer(store, "이영희");
  const before = linkCall(store, id, customer.id, { by: null, at: NOW });
  const connections = [
    telephoneParty("202", { rangAt: NOW, joinedAt: NOW + 5 }),
    telephoneParty("203", { rangAt: NOW + 7 }),
  ];
  updateCall(store, before, { ...before, state: "talking", answeredAt: NOW + 5, connections });
  const after = callById(store, id);
  deepEqual(after?.connections, connections);
  deepEqual([after?.customerId, after?.match], [customer.id, "chosen"]);
});

Deno.test("a list of calls names the customer and the agent whose extension it was at that moment", () => {
  const store = passingStore();
  const kim = someStaff(store, "kim");
  assignExtension(store, "202", kim.id);
  const id = someCall(store);
  linkCall(store, id, someCustomer(store, "이영희").id, { by: kim.id, at: NOW });
  assignExtension(store, "202", null);
  assignExtension(store, "202", someStaff(store, "lee").id);
  const call = listedCallById(store, id);
  deepEqual(
    [call?.customer?.name, call?.customer?.company, call?.agentName],
    ["이영희", "", "kim-name"],
  );
});

Deno.test("what goes on is found without reading what is over", () => {
  const store = passingStore();
  match(planOf(store, (spy) => liveCallOn(spy, 1, "1")).join("\n"), /SEARCH calls .*calls_live/);
  match(planOf(store, (spy) => liveCallNamed(spy, 1, "1")).join("\n"), /SEARCH calls .*calls_live/);
  match(planOf(store, liveCalls).join("\n"), /SCAN calls USING INDEX calls_live/);
});

Deno.test("calls are counted by customer and by number", () => {
  const store = passingStore();
  const customer = someCustomer(store, "이영희", "010-1234-5678");
  linkCall(store, someCall(store), customer.id, { by: null, at: NOW });
  someCall(store);
  equal(countCalls(store, customer.id), 1);
  equal(countCallsOfNumber(store, "01012345678"), 2);
  isIndexed(planOf(store, (spy) => countCalls(spy, 1)), "calls_by_customer(_id)?");
  isIndexed(planOf(store, (spy) => countCallsOfNumber(spy, "0101")), "calls_by_(normal|number_id)");
});

Deno.test("an agent says whose call it is: its notes move along, and back again", () => {
  const store = passingStore();
  const kim = someStaff(store, "kim");
  const [first, second] = [someCustomer(store, "가"), someCustomer(store, "나")];
  const id = someCall(store);
  const noted = () => noteOf(store, id, kim.id)?.customerId;
  saveDraft(store, { callId: id, staffId: kim.id, type: "", text: "납기", version: 0 }, NOW);
  equal(noted(), null);
  for (const customer of [first, second]) {
    const call = linkCall(store, id, customer.id, { by: kim.id, at: NOW });
    deepEqual([call.customerId, call.match, noted()], [customer.id, "chosen", customer.id]);
    equal(chosenCustomer(store, "01012345678"), customer.id);
  }
  const nobodys = linkCall(store, id, null, { by: kim.id, at: NOW });
  deepEqual([nobodys.customerId, nobodys.match, noted()], [null, null, null]);
  equal(chosenCustomer(store, "01012345678"), null);
});

Deno.test("a withheld number is remembered as nobody's choice", () => {
  const store = passingStore();
  const id = someCall(store, { number: null, reason: "withheld" });
  const customer = someCustomer(store, "가");
  equal(linkCall(store, id, customer.id, { by: null, at: NOW }).customerId, customer.id);
  equal(store.get("SELECT 1 FROM number_choices"), undefined);
});

Deno.test("an unknown call or customer is not linked", () => {
  const store = passingStore();
  const change = { by: null, at: NOW };
  throws(() => linkCall(store, 7, null, change), { name: "NotFound", what: "call" });
  const id = someCall(store);
  throws(() => linkCall(store, id, 7, change), { name: "NotFound", what: "customer" });
  equal(callById(store, id)?.match, null);
});
