import type { PresenceView } from "../page_data.ts";

/** As in view_data.ts. */
export interface AgentStateViews {
  "agent_state/presence": PresenceView;
}
