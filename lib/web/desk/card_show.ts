import { callForCard } from "../../desk/calls/call_for_card.ts";
import { ownCallOrNull } from "../../desk/calls/own_call.ts";
import type { Call } from "../../domain/call.ts";
import { deskOf } from "../desk_of.ts";
import { idOrNull } from "../params.ts";
import { cardView } from "./card_view.ts";
import { otherCallsKey, otherCallsView } from "./other_calls_view.ts";
import { whoView } from "../calls/who_view.ts";
import { fragment } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";

/**
 * The card as it should be now; nothing when the one that is `shown`, in that `state` and about that kind of
 * `who`, with those `others` beside it, is right: the number of an outgoing call comes after the call itself.
 */
export const cardShow: StaffHandler = (c, visit) => {
  const desk = deskOf(visit);
  const shown = idOrNull(c.req.query("shown"));
  const call = callForCard(desk, shown === null ? null : ownCallOrNull(desk, shown));
  const same = call === null
    ? shown === null
    : call.id === shown && call.state === c.req.query("state") &&
      isWho(visit, call, c.req.query("who")) && hasOthers(visit, call, c.req.query("others"));
  return same ? c.body(null, 204) : fragment(c, visit, "desk/card", cardView(visit, call));
};

function isWho(visit: StaffVisit, call: Call, kind: string | undefined): boolean {
  return kind === undefined || kind === whoView(visit, call).kind;
}

function hasOthers(visit: StaffVisit, call: Call, others: string | undefined): boolean {
  return others === undefined || others === otherCallsKey(otherCallsView(visit, call));
}
