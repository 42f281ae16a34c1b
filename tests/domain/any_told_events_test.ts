import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { type CallCourse, type Device, isLive, stepsOf } from "../../lib/domain/call.ts";
import { CallBook } from "../../lib/domain/call_book.ts";
import type { CallEvent } from "../../lib/domain/call_event.ts";

const call = fc.constantFrom("a", "b", "c", "d", "e");
const device: fc.Arbitrary<Device> = fc.constantFrom(
  { number: "202", kind: "telephone" },
  { number: "203", kind: "telephone" },
  { number: "203", kind: "browser" },
  { number: "0101", kind: "external" },
  { number: "0102", kind: "external" },
  { number: "menu", kind: "application" },
);
const caller = fc.constantFrom(
  null,
  { number: "0101", reason: null },
  { number: null, reason: "withheld" as const },
  { number: null, reason: "unavailable" as const },
);
const cause = fc.constantFrom("busy" as const, "no_answer" as const);
const begins = {
  call,
  trunk: fc.constant(null),
  direction: fc.constantFrom("in" as const, "out" as const, "internal" as const),
  consultationOf: fc.constant(null),
};

const event: fc.Arbitrary<CallEvent> = fc.oneof(
  fc.record({
    type: fc.constant("Delivered" as const),
    ...begins,
    device: fc.option(device),
    caller,
    called: fc.constantFrom(null, "021"),
  }),
  fc.record({ type: fc.constant("Established" as const), ...begins, device }),
  fc.record({ type: fc.constant("ServiceInitiated" as const), ...begins, device }),
  fc.record({
    type: fc.constant("Originated" as const),
    ...begins,
    device,
    digits: fc.constantFrom("0101", "203"),
    answerShown: fc.boolean(),
  }),
  fc.record({ type: fc.constant("Queued" as const), ...begins, queue: fc.constant("sales") }),
  fc.record({ type: fc.constantFrom("Held" as const, "Retrieved" as const), call, device }),
  fc.record({ type: fc.constant("Diverted" as const), call, device }),
  fc.record({ type: fc.constant("Failed" as const), call, device, cause }),
  fc.record({
    type: fc.constant("ConnectionCleared" as const),
    call,
    device,
    cause: fc.option(cause),
  }),
  fc.record({
    type: fc.constantFrom("Transferred" as const, "Conferenced" as const),
    call,
    consulted: fc.option(call),
    into: call,
    by: device,
  }),
  fc.record({ type: fc.constant("CallCleared" as const), call, cause: fc.option(cause) }),
);

/** The calls of one switch: those that are over, and those that go on. */
class Office {
  #live: CallCourse[] = [];
  readonly #over: CallCourse[] = [];
  /** The IDs that calls have had: none is used for another one. */
  readonly #names = new Set<string>();

  get calls(): readonly CallCourse[] {
    return [...this.#over, ...this.#live];
  }

  hear(events: readonly CallEvent[], at: number): void {
    const book = new CallBook<CallCourse>(
      (name) => this.#live.find(({ switchCall }) => switchCall === name) ?? null,
      (name) => this.#names.has(name),
    );
    for (const event of events) {
      book.apply(event, at);
      for (const { after } of book.changes) this.#names.add(after.switchCall);
    }
    for (const { before, after } of book.changes) {
      this.#live = this.#live.filter((one) => one !== before);
      (after.state === "ended" ? this.#over : this.#live).push(after);
      isSound(after, before);
    }
    const names = this.#live.map(({ switchCall }) => switchCall);
    equal(new Set(names).size, names.length, "one call of an ID at a time");
  }
}

function isSound(call: CallCourse, before: CallCourse | null): void {
  const over = call.state === "ended";
  deepEqual([call.endedAt !== null, call.outcome !== null], [over, over]);
  ok(call.number === null || call.reason === null);
  ok((call.answeredAt ?? call.startedAt) >= call.startedAt);
  ok((call.endedAt ?? Infinity) >= (call.answeredAt ?? call.startedAt));
  const live = call.connections.filter(isLive).map(({ device, kind }) => `${kind} ${device}`);
  equal(new Set(live).size, live.length, "a device takes part once");
  if (over) deepEqual(live, []);
  for (const one of call.connections) {
    equal(isLive(one), one.leftAt === null);
    const times = [one.rangAt, one.joinedAt, one.leftAt].filter((at) => at !== null);
    deepEqual(times, times.toSorted((a, b) => a - b));
    ok(one.heldMs >= 0);
  }
  ok(
    stepsOf(call.connections).every(({ at }) => at >= call.startedAt),
    "nobody takes part before the call began",
  );
  if (before === null) return;
  equal(call.startedAt, before.startedAt);
  ok(call.heardAt >= before.heardAt);
  ok(call.connections.length >= before.connections.length, "what is written down stays");
}

Deno.test("what a switch tells together is what it tells one by one, and every ID is one call's at a time", () => {
  const together = fc.record({
    events: fc.array(event, { minLength: 1, maxLength: 3 }),
    after: fc.nat(9000),
  });
  fc.assert(
    fc.property(fc.array(together, { maxLength: 12 }), (groups) => {
      const [office, another] = [new Office(), new Office()];
      let at = 1_000_000;
      for (const { events, after } of groups) {
        at += after;
        office.hear(events, at);
        for (const event of events) another.hear([event], at);
      }
      const sorted = (calls: readonly CallCourse[]) =>
        calls.map((one) => JSON.stringify(one)).toSorted();
      deepEqual(sorted(office.calls), sorted(another.calls));
    }),
    { numRuns: 1000 },
  );
});

Deno.test("what a switch tells twice changes nothing the second time, also where its clock is set back", () => {
  const timed = fc.record({ event, after: fc.integer({ min: -3000, max: 9000 }) });
  fc.assert(
    fc.property(fc.array(timed, { maxLength: 14 }), (told) => {
      const office = new Office();
      let at = 1_000_000;
      for (const { event, after } of told) {
        at += after;
        office.hear([event], at);
        // By the IDs that it left behind, a transfer would be of other calls.
        if ("into" in event) continue;
        const once = office.calls;
        office.hear([event], at);
        deepEqual(office.calls, once);
      }
    }),
    { numRuns: 1000 },
  );
});
