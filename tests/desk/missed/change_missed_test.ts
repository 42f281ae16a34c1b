import { deepEqual, equal, ok, throws } from "node:assert/strict";
import {
  changeMissed,
  isMissedChange,
  type MissedChange,
} from "../../../lib/desk/missed/change_missed.ts";
import { callById } from "../../../lib/store/calls.ts";
import { followMissed } from "../../../lib/store/missed.ts";
import { waitingMissed } from "../../../lib/store/missed_list.ts";
import { someCall } from "../../store/fixtures.ts";
import { DeskOffice } from "../desk_office.ts";

/** A caller whom nobody answered; the ID of the row. */
function missed(office: DeskOffice): number {
  const id = someCall(office.store, { outcome: "missed", answeredAt: null });
  followMissed(office.store, callById(office.store, id)!);
  return waitingMissed(office.store, 1)[0]!.id;
}

const TOO_LATE = { ok: false, problems: { form: { code: "missed.too_late", args: {} } } };

Deno.test("a missed caller is taken, given back, done and taken back, by anybody: they wait for the whole office", () => {
  using office = new DeskOffice();
  const id = missed(office);
  const change = (login: string, what: MissedChange) => {
    const changed = changeMissed(office.desk(login), id, what);
    ok(changed.ok);
    return [changed.value.state, changed.value.staffName];
  };
  deepEqual(change("kim", "take"), ["taken", "kim-name"]);
  deepEqual(change("lee", "take"), ["taken", "lee-name"]);
  deepEqual(change("kim", "release"), ["open", null]);
  deepEqual(change("kim", "finish"), ["done", "kim-name"]);
  deepEqual(change("lee", "reopen"), ["open", null]);
});

Deno.test("who comes too late is told so, and nothing changes", () => {
  using office = new DeskOffice();
  const id = missed(office);
  deepEqual(changeMissed(office.desk("kim"), id, "release"), TOO_LATE);
  deepEqual(changeMissed(office.desk("kim"), id, "reopen"), TOO_LATE);
  changeMissed(office.desk("lee"), id, "finish");
  deepEqual(changeMissed(office.desk("kim"), id, "take"), TOO_LATE);
  deepEqual(changeMissed(office.desk("kim"), id, "finish"), TOO_LATE);
  throws(() => changeMissed(office.desk("kim"), 99, "take"), { name: "NotFound" });
  deepEqual(["take", "reopen", "constructor", ""].map(isMissedChange), [true, true, false, false]);
  equal(waitingMissed(office.store, 1).length, 0);
});
