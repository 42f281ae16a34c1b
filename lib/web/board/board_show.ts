import { hearsEverything } from "../../live/call_audience.ts";
import { groupById, listGroups } from "../../store/extension_groups.ts";
import type { BoardPageView, BoardView } from "./board_data.ts";
import { idOrNull } from "../params.ts";
import { boardView } from "./board_view.ts";
import { fragment, page } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** The board, or one group of it: for those who hear of every call with who is called, for agents the states alone. */
export const boardShow: StaffHandler = (c, visit) => {
  const group = groupAsked(c, visit);
  const links = [
    { name: visit.t("board.all_groups"), href: "/board", chosen: group === null },
    ...listGroups(visit.store).map(({ id, name }) => ({
      ...{ name, href: `/board?group=${id}`, chosen: id === group },
    })),
  ];
  const data: BoardPageView = {
    board: boardFor(visit, group),
    groups: links.length === 1 ? [] : links,
    now: group === null ? "/board/now" : `/board/now?group=${group}`,
  };
  return page(c, visit, "board/board_page", data, {
    title: visit.t("title.board"),
    active: "board",
  });
};

/** The same for a page that shows it already. */
export const boardNow: StaffHandler = (c, visit) =>
  fragment(c, visit, "board/board", boardFor(visit, groupAsked(c, visit)));

/** One that is not there, or not any more, is as if none were asked for. */
function groupAsked(c: WebContext, { store }: StaffVisit): number | null {
  const id = idOrNull(c.req.query("group"));
  return id === null ? null : groupById(store, id)?.id ?? null;
}

function boardFor(visit: StaffVisit, group: number | null): BoardView {
  return boardView(visit, hearsEverything(visit.person) ? "full" : "states", group);
}
