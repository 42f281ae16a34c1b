import { callForDesk } from "../../desk/calls/call_for_card.ts";
import { ownCallOrNull } from "../../desk/calls/own_call.ts";
import { deskOf } from "../desk_of.ts";
import { idOrNull } from "../params.ts";
import { cardView } from "./card_view.ts";
import { detailView } from "./detail_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** The agent's desk: the call that they are on or have to write up, or with `call` an unfinished one. */
export const deskShow: StaffHandler = (c, visit) => {
  const asked = idOrNull(c.req.query("call"));
  const desk = deskOf(visit);
  const call = (asked === null ? null : ownCallOrNull(desk, asked)) ?? callForDesk(desk);
  const data = { card: cardView(visit, call), detail: detailView(visit, call) };
  return page(c, visit, "desk/desk", data, { title: visit.t("title.desk"), active: "desk" });
};
