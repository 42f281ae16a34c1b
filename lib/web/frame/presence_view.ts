import { offeredWords } from "../../store/list_words.ts";
import { agentStateOf } from "../../store/agent_states.ts";
import type { PresenceView } from "../page_data.ts";
import type { Visit } from "../visit.ts";
import { timeViewOrNull } from "../basics.ts";

/** What a person says of themselves at this moment. */
export function presenceView(visit: Visit, staffId: number): PresenceView {
  const { state, reason, since } = agentStateOf(visit.store, staffId);
  const reasons = offeredWords(visit.store, "break");
  return { state, reason, reasons, since: timeViewOrNull(visit, since) };
}
