import { offeredCommands } from "../../desk/telephony/offered_commands.ts";
import type { Call } from "../../domain/call.ts";
import { noteOf } from "../../store/consultations.ts";
import { offeredWords } from "../../store/list_words.ts";
import type { DraftView } from "../consultations/consultation_data.ts";
import { phoneDeskOf } from "../desk_of.ts";
import type { CardCallView, CardView } from "./desk_data.ts";
import type { StaffVisit } from "../visit.ts";
import { attachmentsView } from "../attachments/attachments_view.ts";
import { numberViewOrNull, timeView, timeViewOrNull } from "../basics.ts";
import { talkTime } from "../calls/call_row_view.ts";
import { draftView } from "../consultations/draft_view.ts";
import { openWorkView } from "../work/open_work_view.ts";
import { otherCallsKey, otherCallsView } from "./other_calls_view.ts";
import { whoView } from "../calls/who_view.ts";

/** The consultation card of a call, or of nobody on the phone. `draft` stands in for the stored note. */
export function cardView(visit: StaffVisit, call: Call | null, draft?: DraftView): CardView {
  return {
    call: call === null ? null : cardCallView(visit, call, draft),
    openWork: openWorkView(visit),
  };
}

function cardCallView(visit: StaffVisit, call: Call, draft?: DraftView): CardCallView {
  const others = otherCallsView(visit, call);
  return {
    callId: call.id,
    direction: call.direction,
    state: call.state,
    outcome: call.outcome,
    number: numberViewOrNull(visit, call.number),
    startedAt: timeView(visit, call.startedAt),
    answeredAt: timeViewOrNull(visit, call.answeredAt),
    talkTime: talkTime(visit, call),
    who: whoView(visit, call),
    controls: offeredCommands(phoneDeskOf(visit), call, { rings: false }),
    draft: draft ?? draftView(visit, noteOf(visit.store, call.id, visit.person.id)),
    types: offeredWords(visit.store, "type"),
    attachments: attachmentsView(visit, { kind: "call", id: call.id }),
    others,
    othersKey: otherCallsKey(others),
  };
}
