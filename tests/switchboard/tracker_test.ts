import { deepEqual, equal, throws } from "node:assert/strict";
import { reportOf } from "../../lib/switches/pbx416/report.ts";
import { CallTracker } from "../../lib/switchboard/tracker.ts";
import { type Call, stepsOf } from "../../lib/domain/call.ts";
import { linkCall } from "../../lib/store/call_customer.ts";
import { callById } from "../../lib/store/calls.ts";
import { liveCalls } from "../../lib/store/live_calls.ts";
import { storedCalls } from "../support/stored_calls.ts";
import type { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { ensureLine } from "../../lib/store/lines.ts";
import { NOW, someCustomer } from "../store/fixtures.ts";
import { passingStore } from "../support/passing_store.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { eventOf } from "./wire.ts";
import { missedCount } from "../support/missed_callers.ts";

const LIMITS = { ringLapseMs: 60_000, talkLapseMs: 3_600_000 };
const BYTES = new Uint8Array([2, 0x30, 0x31, 0x46, 3, 0]);

/** A tracker on a line of its own, and `hear`, which plays frames on a trunk a second apart. */
function listen(store: Store, device = "COM3") {
  const tracker = new CallTracker(store, ensureLine(store, device, "416").id, LIMITS);
  let at = NOW;
  const hear = (frames: string, trunk = "1"): Call[] =>
    frames.split(" ").flatMap((frame) => {
      at += 1000;
      return tracker.handle(
        reportOf({ at, bytes: BYTES, event: eventOf(frame, trunk), remark: null }),
      );
    });
  return { tracker, hear };
}

const allCalls = (store: Store) =>
  storedCalls(store).toReversed().map((call) => [call.trunk, call.outcome]);

const framesOf = (store: Store) =>
  store.all<{ result: string; remark: string; call_id: number | null }>(
    "SELECT result, remark, call_id FROM raw_frames ORDER BY id",
  ).map((row) => [row.result, row.remark, row.call_id]);

Deno.test("each frame stores itself and what it changes, and tells the calls changed", () => {
  const store = passingStore();
  const { hear } = listen(store);
  const told = hear("C(010) C(010) c(202,010) N(202) F");
  deepEqual(told.map((call) => call.state), ["ringing", "ringing", "talking", "ended"]);
  const last = told.at(-1)!;
  deepEqual(callById(store, last.id), last);
  deepEqual(framesOf(store), Array(5).fill(["accepted", "", last.id]));
});

Deno.test("the trunks have their calls beside each other", () => {
  const store = passingStore();
  const { hear } = listen(store);
  hear("C(010) c(202,010)", "1");
  hear("C(011)", "2");
  hear("N(202)", "1");
  hear("F", "2");
  hear("F", "1");
  deepEqual(allCalls(store), [["2", "missed"], ["1", "answered"]]);
});

Deno.test("a call whose F was lost is told as ended, then the new one as begun", () => {
  const store = passingStore();
  const { hear } = listen(store);
  hear("C(010)");
  const [old, fresh, ...more] = hear("C(011)");
  deepEqual([old?.state, old?.number, old?.outcome], ["ended", "010", "missed"]);
  deepEqual([fresh?.state, fresh?.number, more], ["ringing", "011", []]);
});

Deno.test("a frame that changes no call is kept with the reason", () => {
  const store = passingStore();
  const { tracker } = listen(store);
  const remark = "trunk 9 is outside 1 to 4";
  deepEqual(tracker.handle(reportOf({ at: NOW, bytes: BYTES, event: null, remark })), []);
  deepEqual(
    tracker.handle(reportOf({ at: NOW, bytes: BYTES, event: eventOf("F"), remark: null })),
    [],
  );
  tracker.reject({ at: NOW, bytes: BYTES, reason: "BCC is 00, expected 43" });
  deepEqual(framesOf(store), [
    ["ignored", remark, null],
    ["accepted", "", null],
    ["rejected", "BCC is 00, expected 43", null],
  ]);
});

Deno.test("a caller's number finds its customer in any form, when it is one", () => {
  const store = passingStore();
  const customer = someCustomer(store, "이영희", "+82 10-1234-5678");
  const { hear } = listen(store);
  const [call] = hear("C(01012345678)");
  deepEqual([call?.customerId, call?.match], [customer.id, "number"]);
});

Deno.test("a dialled number finds its customer too", () => {
  const store = passingStore();
  const customer = someCustomer(store, "이영희", "02-555-1234");
  const [seized, dialled] = listen(store).hear("n(202) J(202,025551234)");
  equal(seized?.customerId, null);
  deepEqual([dialled?.customerId, dialled?.match], [customer.id, "number"]);
});

Deno.test("a number that several customers share is nobody's until an agent chooses", () => {
  const store = passingStore();
  someCustomer(store, "가", "010-1234-5678");
  const chosen = someCustomer(store, "나", "010-1234-5678");
  const { hear } = listen(store);
  const [call] = hear("C(01012345678)");
  deepEqual([call?.customerId, call?.match], [null, null]);
  linkCall(store, call!.id, chosen.id, { by: null, at: NOW });
  const [talking] = hear("N(202)");
  deepEqual([talking?.customerId, talking?.match], [chosen.id, "chosen"]);
  hear("F");
  const [next] = hear("C(01012345678)");
  deepEqual([next?.customerId, next?.match], [null, null], "a choice is no fact");
});

Deno.test("a withheld call never shows anybody's card, least of all the last caller's", () => {
  const store = passingStore();
  someCustomer(store, "이영희", "010-1234-5678");
  const { hear } = listen(store);
  hear("C(01012345678) c(202,01012345678)");
  const call = hear("C(withheld)").at(-1);
  deepEqual([call?.number, call?.reason, call?.customerId], [null, "withheld", null]);
});

Deno.test("a number that comes late finds its customer late, and never over an agent's choice", () => {
  const store = passingStore();
  const [owner, chosen] = [someCustomer(store, "가", "010-1234-5678"), someCustomer(store, "나")];
  const { hear } = listen(store);
  hear("C()");
  equal(hear("c(202,01012345678)")[0]?.customerId, owner.id);
  const [other] = hear("C()", "2");
  linkCall(store, other!.id, chosen.id, { by: null, at: NOW });
  equal(hear("C(01012345678)", "2")[0]?.customerId, chosen.id);
});

Deno.test("a frame handled again tells nobody and makes no second call", () => {
  const store = passingStore();
  const { hear } = listen(store);
  hear("C(010) c(202,010) N(202)");
  deepEqual(hear("N(202)"), []);
  hear("F");
  deepEqual(hear("F"), []);
  deepEqual(allCalls(store), [["1", "answered"]]);
});

Deno.test("a server that starts again goes on with the calls under way", async () => {
  await using folder = await temporaryFolder();
  const first = openStore(folder.path, { exclusive: true });
  listen(first).hear("C(010) c(202,010) N(202)");
  first.close();
  const second = openStore(folder.path, { exclusive: true });
  const [ended] = listen(second).hear("F");
  deepEqual([ended?.outcome, stepsOf(ended!.connections).length], ["answered", 2]);
  deepEqual(liveCalls(second), []);
  second.close();
});

Deno.test("calls that the wire has forgotten end as what they are, on the own line only", () => {
  const store = passingStore();
  const { tracker, hear } = listen(store);
  const { hear: hearOther } = listen(store, "COM4");
  hear("C(010) c(202,010)", "1");
  hear("C(011) N(203)", "2");
  hearOther("C(012)");
  deepEqual(tracker.lapse(NOW + 30_000), []);
  const lapsed = tracker.lapse(NOW + 100_000);
  deepEqual(lapsed.map((call) => [call.trunk, call.outcome, call.endedAt]), [
    ["1", "missed", NOW + 2000],
  ]);
  equal(missedCount(store), 1, "whoever the wire forgot was missed, too");
  deepEqual(tracker.lapse(NOW + 100_000), []);
  deepEqual(liveCalls(store).map((call) => [call.line, call.trunk]), [[1, "2"], [2, "1"]]);
});

Deno.test("a call that rings on is not forgotten, although nothing new is told of it", () => {
  const store = passingStore();
  const { tracker } = listen(store);
  const ring = (at: number) =>
    tracker.handle(reportOf({ at, bytes: BYTES, event: eventOf("C(010)"), remark: null }));
  ring(NOW);
  deepEqual(ring(NOW + 50_000), []);
  deepEqual(tracker.lapse(NOW + 100_000), []);
  deepEqual(tracker.lapse(NOW + 111_000).map(({ outcome }) => outcome), ["missed"]);
});

Deno.test("when the disk refuses the frame, the call has not moved either", () => {
  const store = passingStore();
  const { hear } = listen(store);
  const [before] = hear("C(010)");
  store.run(
    "CREATE TEMP TRIGGER full BEFORE INSERT ON raw_frames BEGIN SELECT RAISE(ABORT, 'disk full'); END",
  );
  throws(() => hear("N(202)"), /disk full/);
  deepEqual(liveCalls(store), [before]);
  store.run("DROP TRIGGER full");
  equal(hear("N(202)")[0]?.state, "talking");
});
