import { deepEqual } from "node:assert/strict";
import { popUps } from "../../../lib/desk/calls/pop_ups.ts";
import type { CallCourse, Connection } from "../../../lib/domain/call.ts";
import { assignExtension } from "../../../lib/store/extensions.ts";
import { someCall } from "../../store/fixtures.ts";
import { DeskOffice, NOW } from "../desk_office.ts";

/** The telephone rings, or has answered so many milliseconds ago, or has stopped ringing. */
const at = (device: string, state: Connection["state"], answered: number | null): Connection => ({
  ...{ device, kind: "telephone", state, since: NOW, rangAt: NOW, dialledAt: null },
  ...{ joinedAt: answered, heldMs: 0, leftAt: state === "null" ? NOW : null, cause: null },
});

function call(office: DeskOffice, ...connections: Connection[]): number {
  const answered = connections.find(({ joinedAt }) => joinedAt !== null);
  const course: Partial<CallCourse> = {
    ...{ startedAt: NOW - 9000, endedAt: null, outcome: null, connections },
    state: answered === undefined ? "ringing" : "talking",
    answeredAt: answered?.joinedAt ?? null,
    extension: answered?.device ?? connections.at(-1)?.device ?? null,
  };
  return someCall(office.store, course);
}

const shown = (office: DeskOffice, login: string) =>
  popUps(office.desk(login)).map(({ call, ringing, answeredBy }) => [call.id, ringing, answeredBy]);

Deno.test("a call pops up for those at whose extensions it rings, and for nobody else", () => {
  using office = new DeskOffice();
  const first = call(office, at("202", "alerting", null));
  const second = call(office, at("202", "alerting", null), at("203", "alerting", null));
  deepEqual(shown(office, "kim"), [[first, ["202"], null], [second, ["202"], null]]);
  deepEqual(shown(office, "lee"), [[second, ["203"], null]]);
  deepEqual([shown(office, "super"), shown(office, "admin")], [[], []]);
});

Deno.test("who else has answered is said for four seconds, to those at whose extensions it rang", () => {
  using office = new DeskOffice();
  const id = call(office, at("202", "null", null), at("203", "connected", NOW - 1000));
  const lee = office.staff("lee").id;
  deepEqual(shown(office, "kim"), [[id, [], { extension: "203", staffId: lee }]]);
  deepEqual(shown(office, "lee"), []);
  office.now += 3000;
  deepEqual(shown(office, "kim"), []);
});

Deno.test("a trunk that has reached no extension yet rings for the operator", () => {
  using office = new DeskOffice();
  assignExtension(office.store, "200", office.staff("super").id);
  const id = call(office);
  deepEqual(shown(office, "super"), [[id, [], null]]);
  deepEqual(shown(office, "kim"), []);
});
