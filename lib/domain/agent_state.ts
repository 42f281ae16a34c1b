/**
 * What agents say of themselves, in the words of CSTA (ECMA-269, 6.1.6: agent status) as far as people use them: can
 * take calls, are on a break, write up the last call (wrap-up), have gone. Whether somebody is at a browser is another
 * thing: an open stream is no state.
 */
const AGENT_STATES = ["available", "break", "wrap_up", "offline"] as const;
export type AgentStateName = (typeof AGENT_STATES)[number];

export interface AgentState {
  readonly state: AgentStateName;
  /** Why, in the agent's own words; empty without. */
  readonly reason: string;
  /** Since when, ms since the epoch, UTC; null for who has never said anything. */
  readonly since: number | null;
}

/** The state of an agent who has said nothing. */
export const AVAILABLE: AgentState = { state: "available", reason: "", since: null };

/** The states of which reports say how long they lasted. */
export const TIMED_STATES = ["available", "break", "wrap_up"] as const;

/** How long an agent was what, in ms: available at a browser, and on a break or in wrap-up wherever. */
export type AgentTimes = Readonly<Record<(typeof TIMED_STATES)[number], number>>;

/** The state that a form or a script names; null where it names none. `after_call` is what wrap-up was called once. */
export function agentStateNamed(text: string): AgentStateName | null {
  const name = text === "after_call" ? "wrap_up" : text;
  return AGENT_STATES.find((one) => one === name) ?? null;
}
