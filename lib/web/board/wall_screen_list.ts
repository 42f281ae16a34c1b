import { addWallScreen, endWallScreen } from "../../desk/wall_screens/wall_screens.ts";
import { listWallScreens } from "../../store/wall_screens.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import { idParam } from "../params.ts";
import { timeView, timeViewOrNull } from "../basics.ts";
import { page } from "../frame/respond.ts";
import { newToken, sessionKey, tokenHash } from "../guard/session_token.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** The links of the screens on the wall. */
export const wallScreenList: StaffHandler = (c, visit) => list(c, visit, {});

/** Makes a link; it is shown in this answer and never again. */
export const wallScreenCreate: StaffHandler = (c, visit) => {
  const typed = readForm(c).text("label");
  const token = newToken();
  const { language, t } = visit;
  const screen = { label: typed, usual: t("wall.default_label"), language };
  const made = addWallScreen(deskOf(visit), { ...screen, tokenHash: tokenHash(token)! });
  if (!made.ok) {
    return list(c, visit, { label: typed, errors: errorsOf(made.problems, t), status: 422 });
  }
  return list(c, visit, { link: `${linkOrigin(c, visit)}/wall/${token}` });
};

/** Ends a link: the screen that it opened goes dark at once. */
export const wallScreenEnd: StaffHandler = (c, visit) => {
  const hash = endWallScreen(deskOf(visit), idParam(c));
  visit.web.hub.endSession(sessionKey(hash));
  return c.redirect("/board/screens", 303);
};

/** The screen is another machine, and perhaps the server is reached in another way from there. */
function linkOrigin(c: WebContext, { web }: StaffVisit): string {
  return web.linkOrigin(new URL(c.req.url).hostname.replace(/^\[|\]$/g, ""));
}

interface Shown {
  readonly link?: string;
  readonly label?: string;
  readonly errors?: Readonly<Record<string, string>>;
  readonly status?: number;
}

function list(c: WebContext, visit: StaffVisit, shown: Shown): Response {
  const screens = listWallScreens(visit.store).map((screen) => ({
    id: screen.id,
    label: screen.label,
    createdAt: timeView(visit, screen.createdAt),
    createdBy: screen.createdBy,
    seenAt: timeViewOrNull(visit, screen.seenAt),
  }));
  const { link = null, label = "", errors = {}, status = 200 } = shown;
  const title = visit.t("title.wall_screens");
  return page(c, visit, "board/wall_screens", { screens, link, label, errors }, {
    title,
    active: "board",
    status,
  });
}
