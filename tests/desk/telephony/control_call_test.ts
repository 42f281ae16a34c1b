import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { controlCall } from "../../../lib/desk/telephony/control_call.ts";
import { offeredCommands } from "../../../lib/desk/telephony/offered_commands.ts";
import type { Connection, ConnectionState } from "../../../lib/domain/call.ts";
import { setDialPolicy } from "../../../lib/store/dial_policy.ts";
import { forbidCalls } from "../../../lib/store/do_not_call.ts";
import { assignExtension, createExtension } from "../../../lib/store/extensions.ts";
import { callById } from "../../../lib/store/calls.ts";
import { someCall, someCustomer } from "../../store/fixtures.ts";
import { DeskOffice, NOW } from "../desk_office.ts";

const at = (device: string, state: ConnectionState): Connection => ({
  ...{ device, kind: "telephone", state, since: NOW, rangAt: NOW, dialledAt: null },
  ...{ joinedAt: state === "alerting" ? null : NOW, heldMs: 0, leftAt: null, cause: null },
});

/** A call that goes on at 202, which is kim's, or at these. */
function callAt(office: DeskOffice, ...connections: Connection[]): number {
  const there = connections.length === 0 ? [at("202", "connected")] : connections;
  const ringing = there.every(({ state }) => state === "alerting");
  const going = { state: ringing ? "ringing" : "talking", endedAt: null, outcome: null } as const;
  return someCall(office.store, { ...going, connections: there });
}

const wish = (command: string, more: { to?: string; digits?: string } = {}) => ({
  ...{ command, to: "", digits: "" },
  ...more,
});

async function refused(office: DeskOffice, id: number, command: string, to = "") {
  const came = await controlCall(office.phones("kim"), id, wish(command, { to }));
  ok(came.kind === "refused");
  return came.problem;
}

Deno.test("the switch is asked with its own ID of the call and the telephone that acts", async () => {
  using office = new DeskOffice();
  const id = callAt(office);
  office.telephony.outcome = { outcome: "refused", reason: "it rings" };
  deepEqual(await controlCall(office.phones("kim"), id, wish("hold")), {
    kind: "asked",
    outcome: { outcome: "refused", reason: "it rings" },
  });
  const { line, switchCall: call } = callById(office.store, id)!;
  deepEqual(office.telephony.performed, [[line, { command: "hold", call, device: "202" }]]);
});

Deno.test("of several telephones the one that rings answers, the one that talks holds, and the one that holds takes back", async () => {
  using office = new DeskOffice();
  createExtension(office.store, { line: null, number: "299" });
  assignExtension(office.store, "299", office.staff("kim").id);
  const acts = async (command: string, ...connections: Connection[]) => {
    await controlCall(office.phones("kim"), callAt(office, ...connections), wish(command));
    return office.telephony.performed.at(-1)![1].device;
  };
  equal(await acts("answer", at("299", "alerting"), at("202", "connected")), "299");
  equal(await acts("hold", at("202", "connected"), at("299", "alerting")), "202");
  equal(await acts("retrieve", at("202", "held"), at("299", "connected")), "202");
});

Deno.test("nobody acts on a call that is at no telephone of theirs; listening is a right, and is noted first", async () => {
  using office = new DeskOffice();
  const id = callAt(office);
  for (const login of ["lee", "super", "admin"]) {
    await rejects(controlCall(office.phones(login), id, wish("clear")), {
      name: "NotYours",
      code: "control.not_yours",
    });
  }
  await rejects(controlCall(office.phones("lee"), id, wish("listen")), {
    name: "NotPermitted",
    message: /expected the permission calls\.listen$/,
  });
  const listened = () => office.store.all("SELECT 1 FROM audit WHERE act = 'listened'").length;
  deepEqual([listened(), office.telephony.performed.length], [0, 0]);
  assignExtension(office.store, "210", office.staff("super").id);
  equal((await controlCall(office.phones("super"), id, wish("listen"))).kind, "asked");
  equal(listened(), 1);
});

Deno.test("what is no command, no target or no digits is told by its code, before the call is looked at", async () => {
  using office = new DeskOffice();
  const id = callAt(office);
  const wrong = async (...asked: Parameters<typeof wish>) => {
    const came = await controlCall(office.phones("lee"), id, wish(...asked));
    ok(came.kind === "wrong");
    return came.problem;
  };
  deepEqual(await wrong("dial"), { code: "control.no_command", args: { command: "dial" } });
  deepEqual(await wrong("transfer", { to: "x" }), {
    code: "control.to_wrong",
    args: { command: "transfer", to: "x" },
  });
  deepEqual(await wrong("digits", { digits: "12x" }), {
    code: "control.digits_wrong",
    args: { command: "digits", digits: "12x" },
  });
  await rejects(controlCall(office.phones("kim"), 99, wish("hold")), { name: "NotFound" });
});

Deno.test("a call that is over, rings no more or is on a line without one's telephone is told so", async () => {
  using office = new DeskOffice();
  equal((await refused(office, someCall(office.store), "hold")).code, "control.over");
  const id = callAt(office, at("203", "connected"));
  equal((await refused(office, id, "pick_up")).code, "control.not_ringing");
  const came = await controlCall(office.phones("admin"), id, wish("pick_up"));
  deepEqual(came, { kind: "refused", problem: { code: "control.no_telephone", args: {} } });
});

Deno.test("a target has the rules of dialling, whichever command calls it", async () => {
  using office = new DeskOffice();
  const id = callAt(office);
  deepEqual(await refused(office, id, "transfer", "060-123-4567"), {
    code: "dial.not_allowed",
    args: { number: "060-123-4567", special: "premium" },
  });
  equal((await refused(office, id, "consult", "119")).code, "control.emergency");
  const customer = someCustomer(office.store, "이영희", "010-1234-5678");
  forbidCalls(office.store, customer.id, { by: office.staff("kim").id, at: NOW });
  deepEqual(await refused(office, id, "transfer", "01012345678"), {
    code: "control.do_not_call",
    args: { number: "010-1234-5678" },
  });
  const allowed = { emergency: true, international: false, premium: false, feature_code: false };
  setDialPolicy(office.store, { allowed, perMinute: 1 });
  const consult = wish("consult", { to: "02-555-1234" });
  equal((await controlCall(office.phones("kim"), id, consult)).kind, "asked");
  const often = await refused(office, id, "consult", "02-555-1234");
  deepEqual(often, { code: "dial.too_often", args: { perMinute: 1 } });
  equal(
    (await controlCall(office.phones("kim"), id, wish("consult", { to: "203" }))).kind,
    "asked",
  );
});

Deno.test("what a switch cannot do is asked of it and counts as no call", async () => {
  using office = new DeskOffice();
  const id = callAt(office);
  office.telephony.commands = ["dial"];
  office.telephony.outcome = { outcome: "unsupported", reason: "it can dial" };
  for (const to of ["060-123-4567", "02-555-1234"]) {
    const came = await controlCall(office.phones("kim"), id, wish("transfer", { to }));
    deepEqual(came, { kind: "asked", outcome: office.telephony.outcome });
  }
});

Deno.test("what is offered is what the switch can do with the call as it is at one's own telephone", () => {
  using office = new DeskOffice();
  const offered = (login: string, rings: boolean, ...connections: Connection[]) =>
    offeredCommands(office.phones(login), callById(office.store, callAt(office, ...connections))!, {
      rings,
    });
  deepEqual(offered("kim", true, at("202", "alerting")), ["answer"]);
  deepEqual(offered("kim", false, at("202", "alerting")), []);
  deepEqual(offered("kim", false, at("202", "connected")), ["hold", "clear"]);
  deepEqual(offered("kim", false, at("202", "held")), ["retrieve", "clear"]);
  deepEqual(offered("lee", false, at("202", "connected")), []);
  office.telephony.commands = ["dial", "clear"];
  deepEqual(offered("kim", false, at("202", "connected")), ["clear"]);
});
