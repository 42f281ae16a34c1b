import { setCookie } from "hono/cookie";
import { LANGUAGES } from "../../domain/staff.ts";
import { setLanguage } from "../../store/staff.ts";
import { readForm } from "../forms/form.ts";
import { HttpProblem } from "../http_problem.ts";
import { LANGUAGE_COOKIE } from "../middleware/access.ts";
import { safeNext } from "../safe_next.ts";
import type { OpenHandler } from "../visit.ts";

const YEAR_S = 365 * 24 * 3600;

/** The person's language from now on; the browser's too, for the sign-in form. */
export const languageChange: OpenHandler = async (c, visit) => {
  const form = await readForm(c);
  const language = LANGUAGES.find((known) => known === form.text("language"));
  if (language === undefined) throw new HttpProblem("bad_request");
  if (visit.person !== null) setLanguage(visit.store, visit.person.id, language);
  setCookie(c, LANGUAGE_COOKIE, language, {
    httpOnly: true,
    sameSite: "Lax",
    path: "/",
    maxAge: YEAR_S,
  });
  return c.redirect(visit.person === null ? "/login" : safeNext(form.text("next")), 303);
};
