import { agent_state as korean } from "../ko/agent_state.ts";
import { translated } from "../translated.ts";

export const agent_state = translated(korean, {
  "presence.available": "Available",
  "presence.break": "On break",
  "presence.offline": "Offline",
  "presence.wrap_up": "After-call work",
  "presence.away": "Not signed in",
  "presence.nobody": "Nobody's",
  "presence.change": "Change my state",
  "presence.reason": "Reason (shown on the board)",
  "presence.reason_hint": "Lunch, meeting …",
  "presence.reasons": "Lunch,Break,Meeting,Training,Out of office",
});
