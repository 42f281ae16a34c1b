import { callForCard, ownCall } from "../card_call.ts";
import { idOrNull } from "../params.ts";
import { cardView } from "../present/card_view.ts";
import { fragment } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** The card as it should be now; nothing when the one that is `shown`, in that `state`, is right. */
export const cardShow: StaffHandler = (c, visit) => {
  const shown = idOrNull(c.req.query("shown"));
  const call = callForCard(visit, shown === null ? null : ownCall(visit, shown));
  const same = call === null
    ? shown === null
    : call.id === shown && call.state === c.req.query("state");
  return same ? c.body(null, 204) : fragment(c, visit, "partials/card", cardView(visit, call));
};
