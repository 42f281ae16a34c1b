import { LANGUAGES } from "../../domain/staff.ts";
import { setLanguage } from "../../store/staff.ts";
import { keepCookie } from "../cookies.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { TRUST_PAGE } from "../guard/access.ts";
import { safeNext } from "../safe_next.ts";
import type { OpenHandler } from "../visit.ts";

const YEAR_S = 365 * 24 * 3600;

/** The person's language from now on; the browser's too, for the sign-in form. */
export const languageChange: OpenHandler = (c, visit) => {
  const form = readForm(c);
  const language = LANGUAGES.find((known) => known === form.text("language"));
  if (language === undefined) throw new HttpProblem("bad_request");
  if (visit.person !== null) setLanguage(visit.store, visit.person.id, language);
  keepCookie(c, "belltower_language", language, YEAR_S);
  const next = safeNext(form.text("next"));
  const open = visit.person !== null || next.startsWith(TRUST_PAGE);
  return c.redirect(open ? next : "/login", 303);
};
