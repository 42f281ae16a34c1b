import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { type CallCourse, isLive } from "../../lib/domain/call.ts";
import { CallBook } from "../../lib/domain/call_book.ts";
import { type CallPicture, eventsTo } from "../../lib/domain/call_snapshot.ts";

const devices = ["202", "203", "204"];

const picture = (call: string): fc.Arbitrary<CallPicture> =>
  fc.record({
    call: fc.constant(call),
    trunk: fc.constant("sip"),
    direction: fc.constantFrom("in", "out", "internal"),
    caller: fc.constant({ number: "01012345678", reason: null }),
    called: fc.constant("0212340000"),
    connections: fc.uniqueArray(
      fc.record({
        device: fc.constantFrom(...devices).map((number) => ({
          number,
          kind: "telephone" as const,
        })),
        state: fc.constantFrom("alerting", "connected", "held"),
      }),
      { selector: ({ device }) => device.number, maxLength: 3 },
    ),
  });

/** Some of three calls. */
const snapshot = fc.tuple(...["a", "b", "c"].map((call) => fc.option(picture(call)))).map((all) =>
  all.filter((one) => one !== null)
);

/** The calls that go on after the events of a snapshot. */
function after(live: readonly CallCourse[], pictures: readonly CallPicture[], at: number) {
  const book = new CallBook((name) => live.find((call) => call.switchCall === name) ?? null);
  for (const event of eventsTo(live, pictures)) book.apply(event, at);
  const untouched = live.filter((call) => book.changes.every(({ before }) => before !== call));
  const all = [...untouched, ...book.changes.map((change) => change.after)];
  return all.filter(({ state }) => state !== "ended");
}

const devicesOf = (live: readonly CallCourse[]) =>
  Object.fromEntries(live.map(({ switchCall, connections }) => [
    switchCall,
    connections.filter(isLive).map(({ device, state }) => `${device} ${state}`).sort(),
  ]));

const devicesIn = (pictures: readonly CallPicture[]) =>
  Object.fromEntries(pictures.map(({ call, connections }) => [
    call,
    connections.map(({ device, state }) => `${device.number} ${state}`).sort(),
  ]));

/** Who talks does not ring again: a switch that says so means another connection, which it has to name. */
const isPossible = (live: readonly CallCourse[], pictures: readonly CallPicture[]) =>
  pictures.every(({ call, connections }) =>
    connections.every(({ device, state }) =>
      state !== "alerting" ||
      !live.some((known) =>
        known.switchCall === call &&
        known.connections.some((one) =>
          one.device === device.number && isLive(one) && one.state !== "alerting"
        )
      )
    )
  );

Deno.test("after a snapshot exactly its calls go on, with its devices, each as it says; twice changes nothing", () => {
  fc.assert(fc.property(snapshot, snapshot, (before, then) => {
    const live = after([], before, 1000);
    deepEqual(devicesOf(live), devicesIn(before));
    fc.pre(isPossible(live, then));
    const next = after(live, then, 2000);
    deepEqual(devicesOf(next), devicesIn(then));
    deepEqual(devicesOf(after(next, then, 3000)), devicesIn(then));
  }));
});

Deno.test("a call that is held goes on being held: no snapshot takes it back for a moment", () => {
  const device = { number: "202", kind: "telephone" } as const;
  const held: CallPicture = {
    ...{ call: "a", trunk: null, direction: "in", caller: null, called: null },
    connections: [{ device, state: "held" }],
  };
  const [call] = after([], [held], 1000);
  const [again] = after([call!], [held], 5000);
  equal(again?.connections[0]?.since, 1000);
});
