import { deepEqual, equal } from "node:assert/strict";
import { callForCard, callForDesk } from "../../../lib/desk/calls/call_for_card.ts";
import { ownCallOrNull } from "../../../lib/desk/calls/own_call.ts";
import { keepNote, saveNote } from "../../../lib/desk/consultations/note_on_call.ts";
import type { CallCourse, Connection } from "../../../lib/domain/call.ts";
import { callById } from "../../../lib/store/calls.ts";
import { someCall } from "../../store/fixtures.ts";
import { DeskOffice, NOW } from "../desk_office.ts";

const MINUTE_MS = 60_000;
const note = (state: string, version: string) => ({
  ...{ type: "", text: "글", state, callbackAt: null, version },
});

/** A call that 202 answered at its beginning; over for so many minutes, or going on. */
function call(office: DeskOffice, over: number | null, course: Partial<CallCourse> = {}): number {
  const endedAt = over === null ? null : NOW - over * MINUTE_MS;
  const startedAt = course.startedAt ?? (endedAt ?? NOW) - MINUTE_MS;
  const answered: Connection = {
    ...{ device: "202", kind: "telephone", state: over === null ? "connected" : "null" },
    ...{ since: startedAt, rangAt: startedAt, dialledAt: null, joinedAt: startedAt, heldMs: 0 },
    ...{ leftAt: endedAt, cause: null },
  };
  return someCall(office.store, {
    ...{ startedAt, answeredAt: startedAt, endedAt, state: over === null ? "talking" : "ended" },
    ...{ outcome: over === null ? null : "answered", connections: [answered], ...course },
  });
}

const forDesk = (office: DeskOffice, login = "kim") => callForDesk(office.desk(login))?.id ?? null;
const forCard = (office: DeskOffice, shown: number | null = null) =>
  callForCard(office.desk("kim"), shown === null ? null : callById(office.store, shown))?.id ??
    null;

Deno.test("the call that somebody is on is on their card, whatever was shown, and on nobody else's", () => {
  using office = new DeskOffice();
  const before = call(office, 1);
  const now = call(office, null);
  deepEqual([forDesk(office), forCard(office), forCard(office, before)], [now, now, now]);
  deepEqual([forDesk(office, "lee"), forDesk(office, "admin")], [null, null]);
});

Deno.test("a call that is over stays on its card until its note is saved", () => {
  using office = new DeskOffice();
  const id = call(office, 1);
  deepEqual([forCard(office), forCard(office, id)], [null, id], "nothing typed yet");
  keepNote(office.desk("kim"), id, note("", "0"));
  equal(forCard(office), id, "a draft comes back by itself");
  saveNote(office.desk("kim"), id, note("done", "1"));
  deepEqual([forCard(office, id), forDesk(office)], [null, null]);
});

Deno.test("a desk that is opened afresh has the last call for ten minutes, however long it was", () => {
  using office = new DeskOffice();
  const id = call(office, 9, { startedAt: NOW - 5 * 60 * MINUTE_MS });
  equal(forDesk(office), id);
  office.now += MINUTE_MS;
  equal(forDesk(office), null);
});

Deno.test("what colleagues talk about is no work to write up", () => {
  using office = new DeskOffice();
  const id = call(office, 1, { direction: "internal", number: null });
  deepEqual([forDesk(office), forCard(office, id)], [null, null]);
});

Deno.test("a call is somebody's own where it was at an extension of theirs", () => {
  using office = new DeskOffice();
  const id = call(office, 1);
  const own = (login: string) => ownCallOrNull(office.desk(login), id)?.id ?? null;
  deepEqual([own("kim"), own("lee"), own("admin")], [id, null, null]);
  equal(ownCallOrNull(office.desk("kim"), 99), null);
});
