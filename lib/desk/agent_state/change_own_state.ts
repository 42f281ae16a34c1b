import { z } from "zod";
import type { AgentState, AgentStateName } from "../../domain/agent_state.ts";
import { agentStateOf, setAgentState } from "../../store/agent_states.ts";
import { requireMay, type StaffDesk } from "../desk.ts";
import { check, line } from "../field_rules.ts";
import type { Outcome } from "../problem.ts";

const SHAPE = z.object({ reason: line("reason", 30) });

/**
 * Keeps what somebody says of themselves: that they can take calls, are on a break or write up a call, and why. Who can
 * take calls has no reason. The problem stands by `reason`.
 */
export function changeOwnState(
  desk: StaffDesk,
  state: AgentStateName,
  reason: string,
): Outcome<AgentState> {
  requireMay(desk, "desk.use");
  const checked = check(SHAPE, { reason });
  if (!checked.ok) return checked;
  const { store, by, now } = desk;
  setAgentState(store, by.id, state, state === "available" ? "" : checked.value.reason, now);
  return { ok: true, value: agentStateOf(store, by.id) };
}
