import { line } from "../../desk/field_rules.ts";
import { createWallScreen, endWallScreen, listWallScreens } from "../../store/wall_screens.ts";
import { check } from "../forms/check.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { timeView, timeViewOrNull } from "../present/basics.ts";
import { page } from "../respond.ts";
import { newToken, sessionKey, tokenHash } from "../sign_in/session_token.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** The links of the screens on the wall. */
export const wallScreenList: StaffHandler = (c, visit) => list(c, visit, {});

/** Makes a link; it is shown in this answer and never again. */
export const wallScreenCreate: StaffHandler = (c, visit) => {
  const typed = readForm(c).text("label");
  const checked = check(line("screen", 60), typed, visit.t);
  if (!checked.ok) {
    const errors = { label: checked.errors["form"] ?? "" };
    return list(c, visit, { label: typed, errors, status: 422 });
  }
  const token = newToken();
  const label = checked.value || visit.t("wall.default_label");
  const screen = { tokenHash: tokenHash(token)!, label, language: visit.language };
  createWallScreen(visit.store, screen, visit.person.id, visit.now);
  return list(c, visit, { link: `${linkOrigin(c, visit)}/wall/${token}` });
};

/** Ends a link: the screen that it opened goes dark at once. */
export const wallScreenEnd: StaffHandler = (c, visit) => {
  const hash = endWallScreen(visit.store, idParam(c));
  if (hash === null) throw new HttpProblem("not_found");
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
  return page(c, visit, "pages/wall_screens", { screens, link, label, errors }, {
    title,
    active: "board",
    status,
  });
}
