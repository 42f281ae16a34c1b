import { deepEqual, equal, ok } from "node:assert/strict";
import { reportOf } from "../../../lib/switches/pbx416/report.ts";
import { CallTracker } from "../../../lib/switchboard/tracker.ts";
import { linkCall } from "../../../lib/store/call_customer.ts";
import type { Store } from "../../../lib/store/database.ts";
import { assignExtension } from "../../../lib/store/extensions.ts";
import { ensureLine } from "../../../lib/store/lines.ts";
import { eventOf } from "../../switchboard/wire.ts";
import { passingStore } from "../../support/passing_store.ts";
import { NOW, planOf, someCustomer, someStaff } from "../fixtures.ts";
import {
  doneMissed,
  missedCount,
  missedOfAgent,
  waitingMissed,
} from "../../support/missed_callers.ts";
import { stepsOf } from "../../../lib/store/work/work_steps.ts";
import {
  finishWork,
  holdWork,
  releaseWork,
  reopenWork,
} from "../../../lib/store/work/change_work.ts";

const LAPSE = { ringLapseMs: 60_000, talkLapseMs: 14_400_000 };

/** Hears frames in their short form, one second after the other. */
function listen(store: Store) {
  const tracker = new CallTracker(store, ensureLine(store, "test", "416").id, LAPSE);
  let now = NOW;
  return {
    tracker,
    hear(frames: string, trunk = "1") {
      return frames.split(" ").flatMap((frame) => {
        now += 1000;
        const event = eventOf(frame, trunk);
        return tracker.handle(reportOf({ at: now, bytes: new Uint8Array(), event, remark: null }));
      });
    },
  };
}

const waiting = (store: Store) =>
  waitingMissed(store, 100).map(({ normal, tries, state }) => [normal, tries, state]);

Deno.test("a caller whom nobody answered waits on one row, with every try", () => {
  const store = passingStore();
  const { hear } = listen(store);
  hear("C(01011112222) c(202,01011112222) F");
  hear("C(01011112222) c(203,01011112222) F");
  hear("C(025551234) F");
  deepEqual(waiting(store), [["01011112222", 2, "waiting"], ["025551234", 1, "waiting"]]);
  const twice = waitingMissed(store, 100)[0]!;
  deepEqual([...twice.rang].sort(), ["202", "203"]);
  ok(twice.firstAt < twice.lastAt);
  equal(missedCount(store), 2);
});

Deno.test("a group call that another extension answered is not missed", () => {
  const store = passingStore();
  listen(store).hear("C(01011112222) c(202,01011112222) c(203,01011112222) N(203) F(203)");
  deepEqual(waiting(store), []);
});

Deno.test("a row closes by itself when the number calls again and is answered, or is called", () => {
  for (const reached of ["C(01011112222) N(202)", "n(202) J(202,01011112222)"]) {
    const store = passingStore();
    const { hear } = listen(store);
    hear("C(01011112222) F C(01099998888) F");
    const call = hear(reached).at(-1)!;
    deepEqual(waiting(store), [["01099998888", 1, "waiting"]], reached);
    const done = doneMissed(store);
    deepEqual(done.map(({ reachedBy, staffId, state }) => [reachedBy, staffId, state]), [
      [call.id, null, "done"],
    ]);
    hear("F");
    equal(missedCount(store), 1);
  }
});

Deno.test("a customer who is reached by another number waits no longer", () => {
  const store = passingStore();
  someCustomer(store, "이영희", "010-1111-2222", "02-555-1234");
  const { hear } = listen(store);
  hear("C(01011112222) F n(202) J(202,025551234)");
  equal(missedCount(store), 0);
});

Deno.test("an agent who says whose call it was settles that customer's row, if it was before the call", () => {
  const store = passingStore();
  const staff = someStaff(store, "kim");
  const customer = someCustomer(store, "이영희", "010-1111-2222");
  const { hear } = listen(store);
  const earlier = hear("C(0311112222) N(202) F").at(-1)!;
  hear("C(01011112222) F");
  const later = hear("C(0317778888) N(202) F").at(-1)!;
  linkCall(store, earlier.id, customer.id, { by: staff.id, at: NOW });
  equal(missedCount(store), 1);
  linkCall(store, later.id, customer.id, { by: staff.id, at: NOW });
  equal(missedCount(store), 0);
});

Deno.test("a caller who was answered on another trunk while this one rang was not missed", () => {
  const store = passingStore();
  const { hear } = listen(store);
  hear("C(01011112222)", "1");
  hear("C(01011112222) N(202)", "2");
  hear("F", "1");
  deepEqual(waiting(store), []);
  hear("F(202)", "2");
  hear("C(01011112222) F", "1");
  deepEqual(waiting(store), [["01011112222", 1, "waiting"]]);
});

Deno.test("a frame that comes twice counts one try", () => {
  const store = passingStore();
  listen(store).hear("C(01011112222) C(01011112222) F F F");
  deepEqual(waiting(store), [["01011112222", 1, "waiting"]]);
});

Deno.test("calls without a number share one row that nobody can call back", () => {
  const store = passingStore();
  listen(store).hear("C(withheld) F C(payphone) F C(unavailable) F");
  deepEqual(waiting(store), [[null, 3, "waiting"]]);
});

Deno.test("a call that the wire forgot while it rang is missed", () => {
  const store = passingStore();
  const { hear, tracker } = listen(store);
  hear("C(01011112222)");
  tracker.lapse(NOW + 3_600_000);
  tracker.lapse(NOW + 3_600_000);
  deepEqual(waiting(store), [["01011112222", 1, "waiting"]]);
});

Deno.test("a row is taken, given back, done and opened again, and says by whom and when", () => {
  const store = passingStore();
  const staff = someStaff(store, "kim");
  listen(store).hear("C(01011112222) F");
  const { id } = waitingMissed(store, 1)[0]!;
  const at = (seconds: number) => ({ by: staff.id, at: NOW + 60_000 + seconds * 1000 });
  ok(holdWork(store, id, staff.id, at(1)));
  deepEqual(waitingMissed(store, 1).map((row) => [row.state, row.staffName]), [
    ["held", "kim-name"],
  ]);
  ok(releaseWork(store, id, at(2)));
  ok(!releaseWork(store, id, at(3)));
  ok(finishWork(store, id, at(4)));
  ok(!holdWork(store, id, staff.id, at(5)));
  deepEqual(doneMissed(store).map((row) => [row.state, row.staffName, row.doneAt]), [
    ["done", "kim-name", at(4).at],
  ]);
  ok(reopenWork(store, id, at(6)));
  deepEqual(
    stepsOf(store, id).map((step) => [step.kind, step.staffName, step.fromState, step.toState]),
    [
      ["created", null, null, "waiting"],
      ["taken", "kim-name", "waiting", "held"],
      ["released", "kim-name", "held", "waiting"],
      ["finished", "kim-name", "waiting", "done"],
      ["reopened", "kim-name", "done", "waiting"],
    ],
  );
  equal(missedCount(store), 1);
});

Deno.test("a row that is done stays done when the caller tries again: a new row begins", () => {
  const store = passingStore();
  const staff = someStaff(store, "kim");
  const { hear } = listen(store);
  hear("C(01011112222) F");
  const { id } = waitingMissed(store, 1)[0]!;
  finishWork(store, id, { by: staff.id, at: NOW });
  hear("C(01011112222) F");
  deepEqual(waiting(store), [["01011112222", 1, "waiting"]]);
  ok(
    !reopenWork(store, id, { by: staff.id, at: NOW }),
    "the caller waits in the newer row already",
  );
});

Deno.test("missed of mine are those that rang at my extension, or that I have taken", () => {
  const store = passingStore();
  const [kim, lee] = ["kim", "lee"].map((login) => someStaff(store, login));
  assignExtension(store, "202", kim!.id);
  const { hear } = listen(store);
  hear("C(01011112222) c(202,01011112222) F C(01099998888) F");
  const numbers = (staffId: number) => missedOfAgent(store, staffId).map((row) => row.normal);
  deepEqual(numbers(kim!.id), ["01011112222"]);
  for (const { id } of waitingMissed(store, 10)) {
    holdWork(store, id, lee!.id, { by: lee!.id, at: NOW });
  }
  deepEqual(numbers(kim!.id), []);
  deepEqual(numbers(lee!.id), ["01011112222", "01099998888"]);
});

Deno.test("no call waits for a look through everybody who was missed", () => {
  const store = passingStore();
  const { hear } = listen(store);
  hear("C(01011112222) F C(01011112222)");
  const plan = planOf(store, (spy) => {
    const tracker = new CallTracker(spy, 1, LAPSE);
    for (const frame of ["N(202)", "F(202)", "C(01011112222)", "F"]) {
      tracker.handle(
        reportOf({ at: NOW, bytes: new Uint8Array(), event: eventOf(frame), remark: null }),
      );
    }
  });
  ok(plan.some((step) => step.includes("work_missed")));
  deepEqual(plan.filter((step) => /^SCAN (missed|calls|work|interactions)/.test(step)), []);
});
