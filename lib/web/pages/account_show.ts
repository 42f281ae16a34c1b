import { endSession, sessionsOf } from "../../store/sessions.ts";
import { HttpProblem } from "../http_problem.ts";
import { sessionViews } from "../present/session_view.ts";
import { page } from "../respond.ts";
import { sessionKey } from "../sign_in/session_token.ts";
import type { StaffHandler } from "../visit.ts";

/** The own account: where one is signed in. */
export const accountShow: StaffHandler = (c, visit) => {
  const { id, login } = visit.person;
  const done = c.req.query("done") === "password" ? visit.t("password.changed") : "";
  const data = { login, sessions: sessionViews(visit, id), done };
  return page(c, visit, "pages/account_show", data, { title: visit.t("title.account") });
};

/** Ends one of the own sessions, in whichever browser it is. */
export const accountSessionEnd: StaffHandler = (c, visit) => {
  const { store, web, person } = visit;
  const key = c.req.param("id");
  const session = sessionsOf(store, person.id).find((one) => sessionKey(one.tokenHash) === key);
  if (session === undefined || key === undefined) throw new HttpProblem("not_found");
  endSession(store, session.tokenHash);
  web.hub.endSession(key, person.id);
  return c.redirect("/account", 303);
};
