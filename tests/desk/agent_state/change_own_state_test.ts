import { deepEqual } from "node:assert/strict";
import { changeOwnState } from "../../../lib/desk/agent_state/change_own_state.ts";
import { agentStateOf } from "../../../lib/store/agent_states.ts";
import { DeskOffice, NOW } from "../desk_office.ts";

Deno.test("somebody says of themselves what they are and why; who can take calls has no reason", () => {
  using office = new DeskOffice();
  deepEqual(changeOwnState(office.desk("kim"), "break", " 점심 "), {
    ok: true,
    value: { state: "break", reason: "점심", since: NOW },
  });
  office.now += 1000;
  deepEqual(changeOwnState(office.desk("kim"), "available", "점심"), {
    ok: true,
    value: { state: "available", reason: "", since: NOW + 1000 },
  });
});

Deno.test("a reason that is too long is told, and nothing changes", () => {
  using office = new DeskOffice();
  deepEqual(changeOwnState(office.desk("kim"), "break", "가".repeat(31)), {
    ok: false,
    problems: {
      reason: { code: "field.too_long", args: { field: "reason", max: 30, length: 31 } },
    },
  });
  deepEqual(agentStateOf(office.store, office.staff("kim").id).state, "available");
});
