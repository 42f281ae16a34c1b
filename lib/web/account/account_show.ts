import { knowAddresses } from "../../desk/staff/know_addresses.ts";
import { endOwnSession } from "../../desk/staff/sign_out.ts";
import { sessionsOf } from "../../store/sessions.ts";
import { signInAddresses } from "../../store/sign_ins.ts";
import { deskOf } from "../desk_of.ts";
import { HttpProblem } from "../http_problem.ts";
import { timeView } from "../basics.ts";
import { sessionViews } from "./session_view.ts";
import { page } from "../frame/respond.ts";
import { sessionKey } from "../guard/session_token.ts";
import type { StaffHandler } from "../visit.ts";

/** The own account: where one is signed in. */
export const accountShow: StaffHandler = (c, visit) => {
  const { id, login } = visit.person;
  const done = c.req.query("done") === "password" ? visit.t("password.changed") : "";
  const addresses = signInAddresses(visit.store, id).filter(({ address }) => address !== "")
    .map(({ address, firstAt, lastAt, isNew }) => ({
      address,
      isNew,
      firstAt: timeView(visit, firstAt),
      lastAt: timeView(visit, lastAt),
    }));
  const data = { login, sessions: sessionViews(visit, id), addresses, done };
  return page(c, visit, "account/account_show", data, { title: visit.t("title.account") });
};

/** The person says that every address they have signed in from is theirs. */
export const accountAddressesKnow: StaffHandler = (c, visit) => {
  knowAddresses(deskOf(visit));
  return c.redirect("/account", 303);
};

/** Ends one of the own sessions, in whichever browser it is. */
export const accountSessionEnd: StaffHandler = (c, visit) => {
  const { store, web, person } = visit;
  const key = c.req.param("id");
  const session = sessionsOf(store, person.id).find((one) => sessionKey(one.tokenHash) === key);
  if (session === undefined || key === undefined) throw new HttpProblem("not_found");
  endOwnSession(deskOf(visit), session.tokenHash);
  web.hub.endSession(key, person.id);
  return c.redirect("/account", 303);
};
