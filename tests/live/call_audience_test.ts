import { deepEqual, equal } from "node:assert/strict";
import type { Call } from "../../lib/domain/call.ts";
import type { Staff } from "../../lib/domain/staff.ts";
import { callNews } from "../../lib/live/call_audience.ts";
import { telephoneParty } from "../support/parties.ts";

const AT = 1_795_000_000_000;

/** Whose each extension is. */
const OWNERS = new Map([["200", 5], ["202", 1], ["203", 2], ["204", 3]]);
const ownerOf = (number: string | null) => OWNERS.get(number ?? "") ?? null;

function person(extension: string | null, more: Partial<Staff> = {}): Staff {
  return {
    id: ownerOf(extension) ?? 9,
    login: "someone",
    name: "Someone",
    role: "agent",
    language: "ko",
    active: true,
    extensions: [],
    operator: extension === "200",
    ...more,
  };
}

function call(more: Partial<Call>): Call {
  return {
    id: 17,
    line: 1,
    trunk: "2",
    direction: "in",
    state: "ringing",
    normal: null,
    number: "01012345678",
    reason: null,
    startedAt: AT,
    answeredAt: null,
    endedAt: null,
    outcome: null,
    switchCall: "2-17",
    called: null,
    queue: null,
    cause: null,
    connections: [],
    consultsFor: null,
    extension: null,
    heardAt: AT,
    customerId: 123,
    match: "number",
    ...more,
  };
}

const rings = (extension: string) => telephoneParty(extension, { rangAt: AT });
const rang = (extension: string) => telephoneParty(extension, { rangAt: AT, leftAt: AT });
const talks = (extension: string) => telephoneParty(extension, { rangAt: AT, joinedAt: AT });
const talked = (extension: string) =>
  telephoneParty(extension, { rangAt: AT, joinedAt: AT, leftAt: AT });

const GROUP = call({
  connections: [rings("202"), rings("203")],
  extension: "203",
});

const AGENT_202 = person("202");
const AGENT_203 = person("203");
const AGENT_204 = person("204");
const OPERATOR = person("200");
const SUPERVISOR = person(null, { role: "supervisor" });
const ADMIN = person(null, { role: "admin" });

function told(who: Staff, about: Call): string | null {
  const event = callNews(about, ownerOf)(who);
  return event.name === "call" ? `${event.data.state} ${event.data.extension}` : null;
}

Deno.test("ringing reaches the agent of each extension that rings, as that extension's", () => {
  equal(told(AGENT_202, GROUP), "ringing 202");
  equal(told(AGENT_203, GROUP), "ringing 203");
});

Deno.test("ringing reaches no other agent", () => {
  equal(told(AGENT_204, GROUP), null);
  equal(told(person(null), GROUP), null);
});

Deno.test("the operator, supervisors and administrators hear which extension rings now", () => {
  for (const who of [OPERATOR, SUPERVISOR, ADMIN]) equal(told(who, GROUP), "ringing 203");
});

Deno.test("a supervisor whose own extension rings hears of the others all the same", () => {
  equal(told(person("202", { role: "supervisor" }), GROUP), "ringing 203");
});

Deno.test("a trunk that rings without an extension is told to those who hear everything", () => {
  const trunk = call({});
  equal(told(OPERATOR, trunk), "ringing null");
  equal(told(SUPERVISOR, trunk), "ringing null");
  equal(told(AGENT_202, trunk), null);
});

Deno.test("an answer reaches everybody at whom it rang, and not the others", () => {
  const talk = call({
    state: "talking",
    answeredAt: AT,
    connections: [rang("202"), talks("203")],
    extension: "203",
  });
  equal(told(AGENT_202, talk), "talking 203");
  equal(told(AGENT_203, talk), "talking 203");
  equal(told(OPERATOR, talk), "talking 203");
  equal(told(AGENT_204, talk), null);
});

Deno.test("a call that is handed on rings for its new agent and goes on for the one who has it", () => {
  const handed = call({
    state: "talking",
    answeredAt: AT,
    connections: [talks("202"), rings("204")],
    extension: "202",
  });
  equal(told(AGENT_204, handed), "ringing 204");
  equal(told(AGENT_202, handed), "talking 202");
  equal(told(SUPERVISOR, handed), "ringing 204");
});

Deno.test("the end reaches everybody whom the call has touched", () => {
  const over = call({
    state: "ended",
    answeredAt: AT,
    endedAt: AT,
    outcome: "answered",
    connections: [rang("202"), talked("203")],
    extension: "203",
  });
  for (const who of [AGENT_202, AGENT_203, OPERATOR, ADMIN]) equal(told(who, over), "ended 203");
  equal(told(AGENT_204, over), null);
});

Deno.test("an event has the fields that contract.md fixes", () => {
  deepEqual(callNews(GROUP, ownerOf)(AGENT_202), {
    name: "call",
    data: {
      callId: 17,
      trunk: "2",
      state: "ringing",
      extension: "202",
      ringing: ["202"],
      direction: "in",
      number: "01012345678",
      customerId: "C-000123",
    },
  });
});
