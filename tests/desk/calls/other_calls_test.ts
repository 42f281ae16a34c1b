import { deepEqual } from "node:assert/strict";
import { otherCalls } from "../../../lib/desk/calls/other_calls.ts";
import type { Connection } from "../../../lib/domain/call.ts";
import { callById } from "../../../lib/store/calls.ts";
import { assignExtension } from "../../../lib/store/extensions.ts";
import { someCall } from "../../store/fixtures.ts";
import { DeskOffice, NOW } from "../desk_office.ts";

Deno.test("beside the call of the card are those that somebody has, too; held is what none of their telephones talks on", () => {
  using office = new DeskOffice();
  assignExtension(office.store, "204", office.staff("kim").id);
  const at = (device: string, state: Connection["state"]): Connection => ({
    ...{ device, kind: "telephone", state, since: NOW, rangAt: NOW, dialledAt: null },
    ...{ joinedAt: NOW, heldMs: 0, leftAt: null, cause: null },
  });
  const call = (...connections: Connection[]) =>
    someCall(office.store, { state: "talking", endedAt: null, outcome: null, connections });
  const shown = call(at("202", "connected"));
  const held = call(at("202", "held"));
  const both = call(at("202", "held"), at("204", "connected"));
  call(at("203", "connected"));
  const others = (login: string) =>
    otherCalls(office.desk(login), callById(office.store, shown)!)
      .map(({ call: { id }, held }) => [id, held]).sort();
  deepEqual(others("kim"), [[held, true], [both, false]]);
  deepEqual(others("admin"), []);
});
