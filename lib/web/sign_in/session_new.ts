import { page } from "../frame/respond.ts";
import { safeNext } from "../safe_next.ts";
import type { OpenHandler } from "../visit.ts";

/** The sign-in form. */
export const sessionNew: OpenHandler = (c, visit) => {
  const next = safeNext(c.req.query("next") ?? "");
  if (visit.person !== null) return c.redirect("/desk", 303);
  const trust = (visit.web.https?.authority ?? null) !== null;
  const unmanaged = visit.web.firstStart.isOpen;
  const error = visit.elsewhere === null
    ? null
    : visit.t("login.other_place", { extension: visit.elsewhere });
  const data = { login: "", error, next, trust, unmanaged };
  return page(c, visit, "sign_in/login", data, { title: visit.t("title.login") });
};
