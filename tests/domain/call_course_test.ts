import { deepEqual, equal } from "node:assert/strict";
import {
  answeredByOf,
  type CallCourse,
  connectionAt,
  type Device,
  ringingAt,
} from "../../lib/domain/call.ts";
import { applied, isNews } from "../../lib/domain/call_course.ts";
import { ended } from "../../lib/domain/call_end.ts";
import { united } from "../../lib/domain/united_calls.ts";
import type { CallEvent, OneCallEvent } from "../../lib/domain/call_event.ts";

const phone = (number: string): Device => ({ number, kind: "telephone" });
const menu: Device = { number: "menu", kind: "application" };

const begins = (
  call: string,
  direction: CallCourse["direction"],
  consultationOf: string | null = null,
) => ({
  call,
  trunk: direction === "internal" ? null : "sip",
  direction,
  consultationOf,
});

const rings = (device: Device | null): OneCallEvent => ({
  type: "Delivered",
  ...begins("a", "in"),
  device,
  caller: { number: "01012345678", reason: null },
  called: "0212340000",
});
const answers = (device: Device): OneCallEvent => ({
  type: "Established",
  ...begins("a", "in"),
  device,
});
const about = (type: "Held" | "Retrieved" | "Diverted", device: Device): OneCallEvent => ({
  type,
  call: "a",
  device,
});
const clears = (device: Device): OneCallEvent => ({
  type: "ConnectionCleared",
  call: "a",
  device,
  cause: null,
});
const over: OneCallEvent = { type: "CallCleared", call: "a", cause: null };

/** The call after these events, a second apart from second 1 on. */
function after(...events: OneCallEvent[]): CallCourse {
  return events.reduce<CallCourse | null>(
    (course, event, index) => applied(course, event, 1000 * (index + 1)),
    null,
  )!;
}

Deno.test("a call says which of our numbers was called", () => {
  equal(after(rings(null)).called, "0212340000");
});

Deno.test("a voice menu answers nothing: only a person does", () => {
  const atMenu = after(rings(null), answers(menu));
  deepEqual([atMenu.state, atMenu.answeredAt, atMenu.extension], ["ringing", null, null]);
  equal(applied(atMenu, over, 9000).outcome, "missed");
  const talking = after(
    rings(null),
    answers(menu),
    clears(menu),
    rings(phone("202")),
    answers(phone("202")),
  );
  deepEqual([talking.state, talking.answeredAt, talking.extension], ["talking", 5000, "202"]);
  deepEqual(answeredByOf(talking), ["202"]);
});

Deno.test("a caller who waits in a queue is queued until somebody answers, and missed when nobody does", () => {
  const queued: OneCallEvent = { type: "Queued", ...begins("a", "in"), queue: "sales" };
  const waiting = after(rings(null), queued);
  deepEqual([waiting.state, waiting.queue], ["queued", "sales"]);
  const offered = applied(waiting, rings(phone("202")), 3000);
  deepEqual([offered.state, ringingAt(offered)], ["queued", ["202"]]);
  const queue: Device = { number: "sales", kind: "queue" };
  const answered = applied(applied(offered, answers(phone("202")), 4000), clears(queue), 4000);
  deepEqual([answered.state, answered.queue, answered.answeredAt], ["talking", "sales", 4000]);
  equal(applied(waiting, over, 9000).outcome, "missed");
});

Deno.test("a call on hold is held, and how long is counted when it is taken back", () => {
  const held = after(rings(phone("202")), answers(phone("202")), about("Held", phone("202")));
  deepEqual([held.state, connectionAt(held, "202")?.state], ["held", "held"]);
  const again = applied(held, about("Retrieved", phone("202")), 9000);
  deepEqual([again.state, connectionAt(again, "202")?.heldMs], ["talking", 6000]);
  const [connection] = applied(held, over, 5000).connections;
  deepEqual([connection?.heldMs, connection?.leftAt], [2000, 5000]);
});

Deno.test("a call that a telephone sends on rings at the next one, and is still nobody's", () => {
  const sent = after(rings(phone("202")), about("Diverted", phone("202")), rings(phone("203")));
  deepEqual([sent.state, ringingAt(sent), sent.extension], ["ringing", ["203"], "203"]);
  deepEqual(sent.connections.map(({ cause }) => cause), ["diverted", null]);
});

Deno.test("an outgoing call is answered when the far end answers, on a switch that shows it", () => {
  const dialled: OneCallEvent = {
    type: "Originated",
    ...begins("a", "out"),
    device: phone("202"),
    digits: "0101111",
    answerShown: true,
  };
  const dialling = after(dialled);
  deepEqual([dialling.state, dialling.number, dialling.answeredAt], ["dialling", "0101111", null]);
  const far: Device = { number: "0101111", kind: "external" };
  const talking = applied(
    dialling,
    { type: "Established", ...begins("a", "out"), device: far },
    5000,
  );
  deepEqual([talking.state, talking.answeredAt, talking.extension], ["talking", 5000, "202"]);
  equal(applied(talking, over, 9000).outcome, "answered");
  const busy = applied(dialling, { type: "Failed", call: "a", device: far, cause: "busy" }, 3000);
  const ended = applied(busy, over, 4000);
  deepEqual([ended.outcome, ended.cause, ended.state], ["unanswered", "busy", "ended"]);
  equal(applied(after({ ...dialled, answerShown: false }), over, 4000).outcome, "outbound");
});

Deno.test("a far end that rings before it answers says since when", () => {
  const far: Device = { number: "0101111", kind: "external" };
  const call = after(
    {
      type: "Originated",
      ...begins("a", "out"),
      device: phone("202"),
      digits: far.number,
      answerShown: true,
    },
    { type: "Delivered", ...begins("a", "out"), device: far, caller: null, called: null },
    { type: "Established", ...begins("a", "out"), device: far },
  );
  const [, end] = call.connections;
  deepEqual([call.connections.length, end?.rangAt, end?.joinedAt, end?.state], [
    2,
    2000,
    3000,
    "connected",
  ]);
});

Deno.test("two telephones of the office talk on a call without a trunk, which is nobody's missed call", () => {
  const dialled: OneCallEvent = {
    type: "Originated",
    ...begins("a", "internal"),
    device: phone("202"),
    digits: "203",
    answerShown: true,
  };
  const ringing: OneCallEvent = {
    type: "Delivered",
    ...begins("a", "internal"),
    device: phone("203"),
    caller: null,
    called: null,
  };
  const call = after(dialled, ringing);
  deepEqual([call.trunk, call.number, call.called, call.state, ringingAt(call)], [
    null,
    null,
    "203",
    "ringing",
    ["203"],
  ]);
  equal(applied(call, over, 4000).outcome, "unanswered");
  const talking = applied(call, {
    type: "Established",
    ...begins("a", "internal"),
    device: phone("203"),
  }, 3000);
  deepEqual([talking.state, answeredByOf(talking)], ["talking", ["203"]]);
  equal(applied(talking, over, 4000).outcome, "answered");
});

/** A customer's call at 202, held, and the call in which 202 asks 203. */
function consulting() {
  const call = after(rings(phone("202")), answers(phone("202")), about("Held", phone("202")));
  const asks = begins("b", "internal", "a");
  const consulted = [
    { type: "Originated", ...asks, device: phone("202"), digits: "203", answerShown: true },
    { type: "Delivered", ...asks, device: phone("203"), caller: null, called: null },
    { type: "Established", ...asks, device: phone("203") },
  ].reduce<CallCourse | null>(
    (course, event, index) => applied(course, event as OneCallEvent, 4000 + index),
    null,
  )!;
  return { call, consulted };
}

const unites = (type: "Transferred" | "Conferenced", call = "a", consulted = "b") =>
  ({ type, call, consulted, into: "c", by: phone("202") }) as Exclude<CallEvent, OneCallEvent>;

Deno.test("a call that is handed on after asking stays one call with the customer, and the asking is over", () => {
  const { call, consulted } = consulting();
  const { survivor, over: asked } = united(call, consulted, unites("Transferred"), 7000);
  deepEqual(
    [survivor.switchCall, survivor.number, survivor.state, survivor.extension, survivor.startedAt],
    ["c", "01012345678", "talking", "203", 1000],
  );
  deepEqual(answeredByOf(survivor), ["202", "203"]);
  const [first] = survivor.connections;
  deepEqual([first?.leftAt, first?.cause, first?.heldMs], [7000, "transferred", 4000]);
  deepEqual([asked?.state, asked?.outcome, asked?.endedAt], ["ended", "answered", 7000]);
});

Deno.test("a call that is handed on is at a telephone, whatever program listens", () => {
  const { call, consulted } = consulting();
  const recorded = applied(call, answers(menu), 6500);
  equal(
    united(consulted, recorded, unites("Transferred", "b", "a"), 7000).survivor.extension,
    "203",
  );
  const left = applied(consulted, { ...clears(phone("203")), call: "b" } as OneCallEvent, 6600);
  const alone = united(recorded, left, unites("Transferred"), 7000).survivor;
  equal(alone.extension, "202", "the last one who had it, where nobody has it now");
});

Deno.test("the call with the customer goes on, whichever of the two the switch names first", () => {
  const { call, consulted } = consulting();
  const { survivor } = united(consulted, call, unites("Transferred", "b", "a"), 7000);
  deepEqual([survivor.direction, survivor.number], ["in", "01012345678"]);
  deepEqual(answeredByOf(survivor), ["202", "203"]);
});

Deno.test("in a conference everybody stays, and nobody is there twice", () => {
  const { call, consulted } = consulting();
  const back = applied(call, about("Retrieved", phone("202")), 6500);
  const { survivor } = united(back, consulted, unites("Conferenced"), 7000);
  deepEqual(
    survivor.connections.map(({ device, state }) => `${device} ${state}`),
    ["202 connected", "203 connected"],
  );
});

Deno.test("who joins others to a call that they hold talks on it", () => {
  const { call, consulted } = consulting();
  const { survivor } = united(call, consulted, unites("Conferenced"), 7000);
  deepEqual(
    [connectionAt(survivor, "202")?.state, connectionAt(survivor, "202")?.heldMs],
    ["connected", 4000],
  );
  equal(connectionAt(survivor, "203")?.state, "connected");
});

Deno.test("a call inside that joins an older one was answered no earlier than it began", () => {
  const { consulted } = consulting();
  const younger = applied(
    null,
    { type: "ServiceInitiated", ...begins("d", "internal"), device: phone("202") },
    6000,
  )!;
  const { survivor } = united(younger, consulted, unites("Transferred", "d", "b"), 7000);
  deepEqual([survivor.startedAt, survivor.answeredAt], [6000, 6000]);
});

Deno.test("whoever was asked before the customer was called came to that call no earlier than it began", () => {
  const { consulted } = consulting();
  const dialled = applied(null, {
    type: "Originated",
    ...begins("d", "out"),
    device: phone("202"),
    digits: "0101111",
    answerShown: false,
  }, 6000)!;
  const { survivor } = united(consulted, dialled, unites("Transferred", "b", "d"), 7000);
  const { rangAt, joinedAt, since } = connectionAt(survivor, "203")!;
  deepEqual([survivor.startedAt, rangAt, joinedAt, since], [6000, 6000, 6000, 6000]);
});

Deno.test("a telephone that had a line before its call joined another one rings there no more", () => {
  const { call } = consulting();
  const begun = applied(
    null,
    { type: "ServiceInitiated", ...begins("b", "internal"), device: phone("203") },
    6000,
  )!;
  const { survivor } = united(call, begun, unites("Transferred"), 7000);
  equal(isNews(survivor, applied(survivor, rings(phone("203")), 8000)), false);
});

Deno.test("a caller whom a voice menu hands on to somebody it has asked is answered from then on", () => {
  const atMenu = after(rings(null), answers(menu));
  const asks = begins("b", "internal", "a");
  const asked: OneCallEvent[] = [
    { type: "Originated", ...asks, device: menu, digits: "203", answerShown: true },
    { type: "Delivered", ...asks, device: phone("203"), caller: null, called: null },
    { type: "Established", ...asks, device: phone("203") },
  ];
  const handedOn = (...events: OneCallEvent[]) =>
    united(atMenu, after(...events), { ...unites("Transferred"), by: menu }, 7000).survivor;
  const ringing = handedOn(...asked.slice(0, 2));
  deepEqual([ringing.state, ringing.answeredAt], ["ringing", null]);
  const talking = handedOn(...asked);
  deepEqual([talking.state, talking.answeredAt], ["talking", 7000]);
});

Deno.test("two calls that are one already are no news when it is told again", () => {
  const { call, consulted } = consulting();
  const { survivor } = united(call, consulted, unites("Transferred"), 7000);
  const again = united(survivor, null, { ...unites("Transferred", "c"), consulted: null }, 7500);
  equal(isNews(survivor, again.survivor), false);
});

Deno.test("a call that is handed on without asking is the same call, without the one who let go of it", () => {
  const talking = after(rings(phone("202")), answers(phone("202")));
  const { survivor, over: none } = united(
    talking,
    null,
    { type: "Transferred", call: "a", consulted: null, into: "a", by: phone("202") },
    3000,
  );
  equal(none, null);
  equal(connectionAt(survivor, "202"), null);
  const ringing = applied(survivor, rings(phone("204")), 4000);
  deepEqual([ringing.state, ringingAt(ringing), ringing.answeredAt], ["ringing", ["204"], 2000]);
});

Deno.test("an event that can be no call's first begins none", () => {
  for (const event of [about("Held", phone("202")), clears(phone("202")), over]) {
    equal(applied(null, event, 1000), null);
  }
});

Deno.test("the same event again is no news", () => {
  const steps = [
    rings(null),
    rings(phone("202")),
    answers(phone("202")),
    about("Held", phone("202")),
  ];
  let course: CallCourse | null = null;
  for (const [index, event] of steps.entries()) {
    const once: CallCourse = applied(course, event, index * 1000)!;
    const twice = applied(once, event, index * 1000 + 5);
    equal(isNews(course, once), true);
    equal(isNews(once, twice), false, event.type);
    deepEqual(twice, { ...once, heardAt: index * 1000 + 5 });
    course = once;
  }
});

Deno.test("a telephone that its switch rang first has dialled, and answered nobody", () => {
  const rung: OneCallEvent = {
    type: "Delivered",
    ...begins("a", "out"),
    device: phone("202"),
    caller: null,
    called: null,
  };
  const lifted: OneCallEvent = { type: "Established", ...begins("a", "out"), device: phone("202") };
  const dialled: OneCallEvent = {
    type: "Originated",
    ...begins("a", "out"),
    device: phone("202"),
    digits: "0101111",
    answerShown: false,
  };
  const call = after(rung, lifted, dialled);
  deepEqual([call.state, call.number, answeredByOf(call)], ["dialling", "0101111", []]);
  const [{ rangAt, dialledAt, joinedAt } = {}] = call.connections;
  deepEqual([rangAt, dialledAt, joinedAt], [1000, 3000, 2000]);
});

Deno.test("the caller's own connection is no answer", () => {
  const call = after(
    rings(null),
    answers({ number: "01012345678", kind: "external" }),
    rings(phone("202")),
  );
  deepEqual([call.state, call.answeredAt], ["ringing", null]);
  const elsewhere = applied(call, answers({ number: "0109999", kind: "external" }), 9000);
  equal(elsewhere.answeredAt, 9000, "somebody outside to whom it was sent on");
});

Deno.test("the own connection of a caller who withholds the number is no answer", () => {
  const far: Device = { number: "anonymous", kind: "external" };
  const hidden = { ...rings(null), caller: { number: null, reason: "withheld" } } as OneCallEvent;
  const call = after(hidden, answers(far));
  equal(applied(call, over, 9000).outcome, "missed");
  const sentOn: Device = { number: "0109999", kind: "external" };
  const elsewhere = after(hidden, answers(far), rings(sentOn), answers(sentOn));
  equal(elsewhere.answeredAt, 4000, "somebody outside to whom it was sent on, where it rang");
});

const seizes: OneCallEvent = {
  type: "ServiceInitiated",
  ...begins("a", "out"),
  device: phone("202"),
};
const dials: OneCallEvent = {
  type: "Originated",
  ...begins("a", "out"),
  device: phone("202"),
  digits: "0101111",
  answerShown: true,
};

Deno.test("a telephone that has dialled is connected, whether it took a line first or not, and whom it called is told once", () => {
  for (const events of [[seizes, dials], [dials], [seizes, dials, dials], [dials, seizes]]) {
    const { connections, extension } = after(...events);
    deepEqual(
      connections.map(({ device, state }) => `${device} ${state}`),
      ["202 connected", "0101111 initiated"],
    );
    equal(extension, "202");
  }
  equal(after(seizes).connections[0]?.state, "initiated");
  const once = after(seizes, dials);
  equal(isNews(once, applied(once, dials, 9000)), false);
  const byProgram = after({ ...dials, device: menu });
  equal(byProgram.extension, null, "a program is no telephone");
  const another = after(dials, { ...dials, device: phone("203") });
  equal(another.extension, "202", "the first to dial has the call until somebody takes it");
});

Deno.test("the number of ours that was called is the first that was told", () => {
  const silent = { ...rings(phone("202")), called: null } as OneCallEvent;
  equal(after(rings(null), silent).called, "0212340000");
  equal(after(silent, rings(phone("202"))).called, "0212340000");
  equal(after(rings(null), { ...silent, called: "0299" } as OneCallEvent).called, "0212340000");
});

Deno.test("what fails is told once, and what is cleared without ever having been there not at all", () => {
  const fails: OneCallEvent = {
    type: "Failed",
    call: "a",
    device: phone("203"),
    cause: "no_answer",
  };
  const call = after(rings(phone("202")), fails, fails, clears(phone("204")));
  deepEqual(
    call.connections.map(({ device, state, cause }) => `${device} ${state} ${cause}`),
    ["202 alerting null", "203 failed no_answer"],
  );
  equal(applied(call, over, 9000).cause, "no_answer");
});

Deno.test("a call that is over stays as it ended, whoever says so again", () => {
  const call = after(rings(phone("202")), answers(phone("202")), over);
  equal(ended(call, call.endedAt! + 5000, "failed"), call);
  deepEqual([call.outcome, call.cause, call.endedAt], ["answered", null, 3000]);
});

Deno.test("a caller waits in one queue once, and in a queue again after an answer", () => {
  const queued: OneCallEvent = { type: "Queued", ...begins("a", "in"), queue: "sales" };
  const waiting = after(rings(null), queued);
  deepEqual(applied(waiting, queued, 9000).connections, waiting.connections);
  const back = after(
    rings(phone("202")),
    answers(phone("202")),
    { ...queued, queue: "orders" },
    about("Diverted", phone("202")),
  );
  deepEqual([back.state, back.queue], ["queued", "orders"]);
});
