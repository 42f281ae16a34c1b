import { deepEqual, equal } from "node:assert/strict";
import { CallTracker } from "../../lib/switchboard/tracker.ts";
import type { Call, CallDirection, Device } from "../../lib/domain/call.ts";
import type { CallEvent } from "../../lib/domain/call_event.ts";
import { exportedCall, type ExportedParty } from "../../lib/jobs/export/exported_call.ts";
import { currentCallOf } from "../../lib/store/agent_calls.ts";
import { boardCalls } from "../../lib/store/board.ts";
import { catchUp } from "../../lib/store/call_log/catch_up.ts";
import type { CallFilter } from "../../lib/store/call_log/filter.ts";
import { EVERY_CALL } from "../support/every_call.ts";
import { storedCalls } from "../support/stored_calls.ts";
import { logPage } from "../../lib/store/call_log/log_page.ts";
import { callById } from "../../lib/store/calls.ts";
import type { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { assignExtension } from "../../lib/store/extensions.ts";
import { ensureLine } from "../../lib/store/lines.ts";
import { NOW, someCustomer, someStaff } from "../store/fixtures.ts";
import { missedCount } from "../support/missed_callers.ts";

const LIMITS = { ringLapseMs: 60_000, talkLapseMs: 3_600_000 };
const phone = (number: string): Device => ({ number, kind: "telephone" });
const outside = (number: string): Device => ({ number, kind: "external" });

/** A switch that tells connections itself; every event comes a second after the one before. */
function tellingSwitch(store: Store) {
  const tracker = new CallTracker(store, ensureLine(store, "asterisk", "416").id, LIMITS);
  let at = NOW;
  const tell = (...events: CallEvent[]): Call[] =>
    events.flatMap((event) => tracker.handle({ at: at += 1000, events: () => [event], raw: null }));
  const together = (...events: CallEvent[]): Call[] =>
    tracker.handle({ at: at += 1000, events: () => events, raw: null });
  const begins = (
    call: string,
    direction: CallDirection,
    consultationOf: string | null = null,
  ) => ({
    call,
    trunk: direction === "internal" ? null : "sip",
    direction,
    consultationOf,
  });
  const comes = (call: string, number: string, device: Device): CallEvent => ({
    type: "Delivered",
    ...begins(call, "in"),
    device,
    caller: { number, reason: null },
    called: "0212340000",
  });
  const answers = (call: string, device: Device): CallEvent => ({
    type: "Established",
    ...begins(call, "in"),
    device,
  });
  const asks = (call: string, of: string | null, from: Device, whom: Device): CallEvent[] => [
    {
      type: "Originated",
      ...begins(call, "internal", of),
      device: from,
      digits: whom.number,
      answerShown: true,
    },
    {
      type: "Delivered",
      ...begins(call, "internal", of),
      device: whom,
      caller: null,
      called: null,
    },
    { type: "Established", ...begins(call, "internal", of), device: whom },
  ];
  const ends = (call: string): CallEvent => ({ type: "CallCleared", call, cause: null });
  return { tell, together, comes, answers, asks, ends, begins };
}

const counted = (store: Store, filter: Partial<CallFilter>) => {
  catchUp(store, Infinity);
  return logPage(store, {
    filter: { ...EVERY_CALL, ...filter },
    order: { sort: "at", up: false },
    place: { kind: "page", page: 1 },
    limit: 10,
  }).count;
};

Deno.test("a person holds one call and talks on another: the one they talk on is on the card, then the held one", () => {
  const store = openStore(":memory:");
  const kim = someStaff(store, "kim");
  assignExtension(store, "202", kim.id);
  const { tell, comes, answers, ends } = tellingSwitch(store);
  const [first] = tell(comes("a", "0101", phone("202")), answers("a", phone("202")));
  tell({ type: "Held", call: "a", device: phone("202") });
  equal(currentCallOf(store, kim.id)?.id, first?.id);
  const [second] = tell(comes("b", "0102", phone("202")), answers("b", phone("202")));
  equal(currentCallOf(store, kim.id)?.id, second?.id);
  deepEqual(boardCalls(store).map(({ state }) => state), ["held", "talking"]);
  tell(ends("b"));
  equal(currentCallOf(store, kim.id)?.id, first?.id);
});

Deno.test("a call that is handed on after asking is one row of the log, and the asking another that belongs to it", () => {
  const store = openStore(":memory:");
  const customer = someCustomer(store, "이영희", "010-1234-5678");
  const [kim, lee] = [someStaff(store, "kim"), someStaff(store, "lee")];
  assignExtension(store, "202", kim.id);
  assignExtension(store, "203", lee.id);
  const { tell, comes, answers, asks, ends } = tellingSwitch(store);
  tell(comes("a", "01012345678", phone("202")), answers("a", phone("202")));
  tell(
    { type: "Held", call: "a", device: phone("202") },
    ...asks("b", "a", phone("202"), phone("203")),
  );
  equal(
    currentCallOf(store, kim.id)?.customerId,
    customer.id,
    "the card stays the customer's while a colleague is asked",
  );
  const told = tell({
    type: "Transferred",
    call: "a",
    consulted: "b",
    into: "c",
    by: phone("202"),
  });
  deepEqual(told.map(({ direction, state }) => `${direction} ${state}`), [
    "internal ended",
    "in talking",
  ]);
  tell(ends("c"));

  const [conversation, asked, ...more] = storedCalls(store);
  deepEqual(more, []);
  deepEqual(
    [conversation?.customerId, conversation?.outcome, conversation?.called, asked?.consultsFor],
    [customer.id, "answered", "0212340000", conversation?.id],
  );
  const { switchCall, answeredBy, parties, called, trunk } = exportedCall(conversation!);
  deepEqual([switchCall, answeredBy, called, trunk], ["c", ["202", "203"], "0212340000", "sip"]);
  const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();
  deepEqual(parties, [
    {
      device: "202",
      kind: "telephone",
      staff: "kim",
      rangAt: at(1),
      joinedAt: at(2),
      heldMs: 4000,
      leftAt: at(7),
    },
    {
      device: "203",
      kind: "telephone",
      staff: "lee",
      rangAt: at(5),
      joinedAt: at(6),
      heldMs: 0,
      leftAt: at(8),
    },
  ]);
  equal(counted(store, { direction: "in" }), 1);
  equal(counted(store, { outcome: "answered" }), 1, "the office itself is nobody who was answered");
  equal(counted(store, { direction: "internal" }), 1);
  equal(counted(store, { agent: lee.id, direction: "in" }), 1);
  equal(counted(store, { by: lee.id }), 2);
});

Deno.test("a call inside the office that nobody takes is no missed caller", () => {
  const store = openStore(":memory:");
  const { tell, asks, ends } = tellingSwitch(store);
  const [dials, rings] = asks("a", null, phone("202"), phone("203"));
  tell(dials!, rings!, ends("a"));
  const [call] = storedCalls(store);
  deepEqual([call?.direction, call?.trunk, call?.outcome, call?.customerId], [
    "internal",
    null,
    "unanswered",
    null,
  ]);
  equal(missedCount(store), 0);
  equal(counted(store, { outcome: "missed" }), 0);
});

Deno.test("a missed caller is reached when the far end answers, on a switch that shows it, not when it is dialled", () => {
  const store = openStore(":memory:");
  const { tell, comes, ends, begins } = tellingSwitch(store);
  tell(comes("a", "01012345678", phone("202")), ends("a"));
  equal(missedCount(store), 1);
  const dials = (call: string): CallEvent => ({
    type: "Originated",
    ...begins(call, "out"),
    device: phone("202"),
    digits: "01012345678",
    answerShown: true,
  });
  const busy = { type: "Failed", device: outside("01012345678"), cause: "busy" } as const;
  const [ended] = tell(dials("b"), { ...busy, call: "b" }, ends("b")).slice(-1);
  deepEqual([ended?.outcome, ended?.cause], ["unanswered", "busy"]);
  equal(missedCount(store), 1);
  equal(counted(store, { outcome: "unanswered" }), 1);
  equal(counted(store, { outcome: "outbound" }), 1);
  tell(dials("c"), { type: "Established", ...begins("c", "out"), device: outside("01012345678") });
  equal(missedCount(store), 0);
});

Deno.test("a number is a call's, whatever its switch calls it later, and an ID of one that is over may not return", () => {
  const store = openStore(":memory:");
  const { tell, comes, ends } = tellingSwitch(store);
  const [call] = tell(comes("a", "0101", phone("202")));
  tell({ type: "Transferred", call: "a", consulted: null, into: "z", by: phone("202") });
  equal(callById(store, call!.id)?.switchCall, "z");
  deepEqual(tell(ends("a")), [], "nothing goes by that name any more");
  equal(tell(ends("z"))[0]?.id, call?.id);
  deepEqual(tell(ends("z")), []);
});

Deno.test("the queue in which a call waited is a field of its export, and no party", () => {
  const store = openStore(":memory:");
  const { tell, comes, begins } = tellingSwitch(store);
  tell(comes("a", "0101", phone("202")), { type: "Queued", ...begins("a", "in"), queue: "sales" });
  const [call] = storedCalls(store);
  const { queue, parties } = exportedCall(call!);
  const devices = (parties as readonly ExportedParty[]).map(({ device }) => device);
  deepEqual([queue, devices], ["sales", ["202"]]);
});

Deno.test("a call that asks somebody for another one is linked to it, also where one report tells of both, or of its end", () => {
  const store = openStore(":memory:");
  const { tell, together, comes, answers, asks, ends } = tellingSwitch(store);
  together(
    ...[comes("a", "0101", phone("202")), answers("a", phone("202"))],
    ...asks("b", "a", phone("202"), phone("203")),
    { type: "Transferred", call: "a", consulted: "b", into: "a", by: phone("202") },
  );
  tell(comes("c", "0102", phone("202")), answers("c", phone("202")));
  together(...asks("d", "c", phone("202"), phone("203")), ends("c"));
  deepEqual(
    storedCalls(store).map((
      { id, switchCall, consultsFor },
    ) => [id, switchCall, consultsFor]),
    [[1, "a", null], [2, "b", 1], [3, "c", null], [4, "d", 3]],
  );
});

Deno.test("what is told again of a call that is over begins no other one", () => {
  const store = openStore(":memory:");
  const { tell, comes, answers, ends } = tellingSwitch(store);
  const call = [comes("a", "01012345678", phone("202")), answers("a", phone("202")), ends("a")];
  tell(...call);
  deepEqual(tell(...call), []);
  equal(storedCalls(store).length, 1);
  tell(comes("b", "01012345678", phone("202")));
  equal(storedCalls(store).length, 2);
});
