import { deepEqual, equal } from "node:assert/strict";
import {
  agentStateOf,
  agentTimes,
  endAttendance,
  pruneAgentStates,
  setAgentState,
  setAttendance,
} from "../../lib/store/agent_states.ts";
import type { Store } from "../../lib/store/database.ts";
import { passingStore } from "../support/passing_store.ts";
import { NOW, someStaff } from "./fixtures.ts";

const MINUTE = 60_000;
const at = (minutes: number) => NOW + minutes * MINUTE;

/** Minutes of kim as available at a browser, on a break, in wrap-up, between two minutes. */
function minutes(store: Store, id: number, from: number, to: number, now = to): number[] {
  const times = agentTimes(store, at(from), at(to), at(now)).get(id);
  if (times === undefined) return [];
  return [times.available, times.break, times.wrap_up].map((ms) => ms / MINUTE);
}

Deno.test("who has said nothing is available, since nobody knows when", () => {
  const store = passingStore();
  const { id } = someStaff(store, "kim");
  deepEqual(agentStateOf(store, id), { state: "available", reason: "", since: null });
  deepEqual(minutes(store, id, 0, 60), []);
});

Deno.test("a state lasts until the next, and the same again does not begin it anew", () => {
  const store = passingStore();
  const { id } = someStaff(store, "kim");
  setAgentState(store, id, "break", "점심", at(0));
  setAgentState(store, id, "break", "점심", at(10));
  setAgentState(store, id, "break", "병원", at(20));
  deepEqual(agentStateOf(store, id), { state: "break", reason: "병원", since: at(0) });
  setAgentState(store, id, "wrap_up", "", at(30));
  deepEqual(agentStateOf(store, id), { state: "wrap_up", reason: "", since: at(30) });
  deepEqual(minutes(store, id, 0, 60, 45), [0, 30, 15]);
});

Deno.test("an agent is available for as long as they are at a browser; a break is one wherever they are", () => {
  const store = passingStore();
  const { id } = someStaff(store, "kim");
  setAttendance(store, id, true, at(0));
  setAttendance(store, id, true, at(5));
  setAttendance(store, id, false, at(20));
  setAttendance(store, id, true, at(40));
  setAgentState(store, id, "break", "", at(50));
  setAttendance(store, id, false, at(55));
  setAttendance(store, id, true, at(80));
  deepEqual(agentStateOf(store, id), { state: "break", reason: "", since: at(50) });
  setAgentState(store, id, "available", "", at(90));
  setAgentState(store, id, "offline", "", at(100));
  deepEqual(minutes(store, id, 0, 200), [20 + 10 + 10, 40, 0]);
});

Deno.test("of a period that part counts which lies in it", () => {
  const store = passingStore();
  const { id } = someStaff(store, "kim");
  setAgentState(store, id, "break", "", at(0));
  setAgentState(store, id, "wrap_up", "", at(60));
  deepEqual(minutes(store, id, 30, 90, 500), [0, 30, 30]);
  deepEqual(minutes(store, id, -60, 10, 500), [0, 10, 0]);
  deepEqual(minutes(store, id, -60, 0, 500), []);
});

Deno.test("a server that died was with nobody since it was last heard of", () => {
  const store = passingStore();
  const [kim, lee] = ["kim", "lee"].map((login) => someStaff(store, login).id) as [number, number];
  setAttendance(store, kim, true, at(0));
  setAttendance(store, lee, true, at(50));
  endAttendance(store, at(30));
  deepEqual(minutes(store, kim, 0, 600), [30, 0, 0]);
  // A clock that was set back ends nothing before its beginning.
  deepEqual(minutes(store, lee, 0, 600), [0, 0, 0]);
  endAttendance(store, at(99));
  deepEqual(minutes(store, kim, 0, 600), [30, 0, 0]);
});

Deno.test("a clock that is set back makes no time negative", () => {
  const store = passingStore();
  const { id } = someStaff(store, "kim");
  setAgentState(store, id, "break", "", at(60));
  setAgentState(store, id, "wrap_up", "", at(0));
  deepEqual(minutes(store, id, 0, 30), [0, 0, 30]);
  const lee = someStaff(store, "lee").id;
  setAgentState(store, lee, "break", "", at(0));
  setAgentState(store, lee, "available", "", at(10));
  setAgentState(store, lee, "break", "", at(60));
  deepEqual(
    minutes(store, lee, 0, 100, 20),
    [0, 10, 0],
    "what begins behind now takes nothing away",
  );
});

Deno.test("states that ended long ago are forgotten, the one that goes on is not", () => {
  const store = passingStore();
  const { id } = someStaff(store, "kim");
  for (let i = 0; i < 5; i++) {
    setAgentState(store, id, i % 2 === 0 ? "break" : "wrap_up", "", at(i));
  }
  equal(pruneAgentStates(store, at(1000), 3), 3);
  equal(pruneAgentStates(store, at(1000), 3), 1);
  equal(agentStateOf(store, id).since, at(4));
});
