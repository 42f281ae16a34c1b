import { deepEqual, equal } from "node:assert/strict";
import { CallBook } from "../../lib/domain/call_book.ts";
import type { CallCourse, Device } from "../../lib/domain/call.ts";
import type { CallEvent } from "../../lib/domain/call_event.ts";

const phone = (number: string): Device => ({ number, kind: "telephone" });
const begins = (call: string, consultationOf: string | null = null) => ({
  call,
  trunk: null,
  direction: "internal" as const,
  consultationOf,
});

/** What becomes of calls that nothing was known of. */
function told(...events: CallEvent[]) {
  const book = new CallBook<CallCourse>(() => null);
  for (const event of events) book.apply(event, 1000);
  return book.changes;
}

Deno.test("a call that asks somebody for another one is told so, whatever is told with its beginning", () => {
  const [asking] = told(
    { type: "ServiceInitiated", ...begins("b", "a"), device: phone("202") },
    { type: "Delivered", ...begins("b"), device: phone("203"), caller: null, called: null },
    { type: "DigitsReceived", call: "b", device: phone("202"), digits: "1" },
  );
  equal(asking?.consultationOf, "a");
});

Deno.test("a call that is handed on to itself goes on", () => {
  const changes = told(
    { type: "Established", ...begins("a"), device: phone("202") },
    { type: "Transferred", call: "a", consulted: "a", into: "a", by: phone("203") },
  );
  deepEqual(changes.map(({ after }) => after.state), ["talking"]);
});

Deno.test("a call that is handed on goes on by its new ID, although nothing was told of the other one", () => {
  const by = phone("202");
  const talks: CallEvent = { type: "Established", ...begins("b"), device: by };
  const hears: CallEvent = { type: "Established", ...begins("b"), device: phone("203") };
  const names = (event: CallEvent) =>
    told(talks, hears, event).map(({ after }) => `${after.switchCall} ${after.extension}`);
  const unites = { type: "Transferred", into: "c", by } as const;
  deepEqual(names({ ...unites, call: "b", consulted: "a" }), ["c 203"]);
  deepEqual(names({ ...unites, call: "a", consulted: "b" }), ["c 203"]);
  deepEqual(names({ ...unites, call: "a", consulted: "z" }), ["b 203"]);
});

Deno.test("two calls that are one may go by the ID of the one that was consulted", () => {
  const [call] = told({ type: "Established", ...begins("a"), device: phone("202") });
  const [consulted] = told({ type: "Established", ...begins("b"), device: phone("203") });
  const stored = new Map([["a", call!.after], ["b", consulted!.after]]);
  const book = new CallBook<CallCourse>((name) => stored.get(name) ?? null);
  book.apply(
    { type: "Transferred", call: "a", consulted: "b", into: "b", by: phone("202") },
    2000,
  );
  deepEqual(book.changes.map(({ after }) => `${after.switchCall} ${after.state}`), [
    "b ended",
    "b talking",
  ]);
});

Deno.test("a call that begins together with what makes it one with another is not taken for one that was here", () => {
  const [known] = told({ type: "Established", ...begins("a"), device: phone("203") });
  const book = new CallBook<CallCourse>(
    (name) => name === "a" ? known!.after : null,
    (name) => name === "over",
  );
  const by = phone("202");
  book.apply({ type: "Established", ...begins("b"), device: by }, 2000);
  book.apply({ type: "Transferred", call: "b", consulted: "a", into: "a", by }, 2000);
  for (const call of ["over", "b"]) {
    book.apply({ type: "Established", ...begins(call), device: by }, 2000);
  }
  deepEqual(book.changes.map(({ after }) => `${after.switchCall} ${after.state}`), [
    "a ended",
    "a talking",
  ]);
});
