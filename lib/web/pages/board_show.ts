import { hearsEverything } from "../../live/call_audience.ts";
import { boardView } from "../present/board_view.ts";
import { fragment, page } from "../respond.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";

/** The board: for those who hear of every call with who is called, for agents the states alone. */
export const boardShow: StaffHandler = (c, visit) =>
  page(c, visit, "pages/board", boardFor(visit), {
    title: visit.t("title.board"),
    active: "board",
  });

/** The same for a page that shows it already. */
export const boardNow: StaffHandler = (c, visit) =>
  fragment(c, visit, "partials/board", boardFor(visit));

function boardFor(visit: StaffVisit) {
  return boardView(visit, hearsEverything(visit.person) ? "full" : "states");
}
