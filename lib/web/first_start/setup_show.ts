import type { TypedSetup } from "../../desk/first_start/setup_rules.ts";
import { isLanguage } from "../../domain/staff.ts";
import { translator } from "../../text/translator.ts";
import { isSecure } from "../address.ts";
import { keepCookie } from "../cookies.ts";
import { setupView } from "./setup_view.ts";
import { page } from "../frame/respond.ts";
import { fieldsOf, suggestedSetup } from "./setup_form.ts";
import { setupToken } from "./setup_token.ts";
import type { SetupView } from "./setup_data.ts";
import type { OpenHandler, Visit, WebContext } from "../visit.ts";

const YEAR_S = 365 * 24 * 3600;

/** The first start: asks for the code of the server's console, then for the office. */
export const setupShow: OpenHandler = (c, visit) => {
  const { firstStart } = visit.web;
  if (!firstStart.isOpen) return c.redirect("/login?next=%2F", 303);
  if (!firstStart.knows(setupToken(c), isSecure(c), visit.now)) {
    return codePage(c, visit, null, "", 200);
  }
  return setupPage(c, visit, suggestedSetup(visit), {}, 200);
};

/** Asks for the code. What was `typed` before the server was started again is sent along with it. */
export function codePage(
  c: WebContext,
  visit: Visit,
  typed: TypedSetup | null,
  error: string,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const kept = typed === null ? [] : fieldsOf(typed);
  const title = visit.t("title.setup");
  return page(c, visit, "first_start/setup_code", { error, kept }, { title, status, headers });
}

export function setupPage(
  c: WebContext,
  visit: Visit,
  typed: TypedSetup,
  errors: SetupView["errors"],
  status: number,
): Response {
  const title = visit.t("title.setup");
  return page(c, visit, "first_start/setup", setupView(visit, typed, errors), { title, status });
}

/** The same visit in the language that the person chose just now, which the browser keeps; null where none was. */
export function inChosenLanguage(c: WebContext, visit: Visit, chosen: string): Visit | null {
  if (!isLanguage(chosen)) return null;
  keepCookie(c, "belltower_language", chosen, YEAR_S);
  const format = visit.web.formats[chosen];
  return { ...visit, language: chosen, t: translator(chosen), format };
}
