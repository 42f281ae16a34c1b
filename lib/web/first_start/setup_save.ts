import { getLogger } from "@logtape/logtape";
import { setUpOffice } from "../../desk/first_start/set_up_office.ts";
import { isLoopback } from "../../domain/network_address.ts";
import { addressOf, isSecure } from "../address.ts";
import { consoleDeskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import type { Form } from "../forms/form.ts";
import { readForm } from "../forms/read_form.ts";
import { page } from "../frame/respond.ts";
import { setupGiven, typedSetup } from "./setup_form.ts";
import { dropSetupToken, keepSetupToken, setupToken } from "./setup_token.ts";
import { signIn } from "../guard/session.ts";
import type { OpenHandler, Visit, WebContext } from "../visit.ts";
import { codePage, inChosenLanguage, setupPage } from "./setup_show.ts";

const log = getLogger(["belltower", "web"]);

/** How the sign-in's throttle counts those who guess the code; IDs of staff begin at 1. */
const GUESSED = { account: 0, login: "" };

/** Takes the code, and with the office's form sets it up and signs its administrator in. */
export const setupSave: OpenHandler = async (c, visit) => {
  const { firstStart } = visit.web;
  if (!firstStart.isOpen) return overPage(c, visit);
  const form = readForm(c);
  const typed = form.has("login") ? typedSetup(form, visit) : null;
  const inOther = inChosenLanguage(c, visit, form.text("show"));
  if (!firstStart.knows(setupToken(c), isSecure(c), visit.now)) {
    if (inOther !== null) return codePage(c, inOther, typed, "", 200);
    const refused = refusedCode(c, visit, form);
    if (refused !== null) {
      const { error, status, headers } = refused;
      return codePage(c, visit, typed, error, status, headers);
    }
    return typed === null ? c.redirect("/setup", 303) : setupPage(c, visit, typed, {}, 200);
  }
  if (typed === null) return c.redirect("/setup", 303);
  if (inOther !== null) return setupPage(c, inOther, typed, {}, 200);
  const { passwords, telephony } = visit.web;
  const made = await setUpOffice(
    { ...consoleDeskOf(visit), telephony },
    typed,
    { password: form.text("password"), again: form.text("again") },
    setupGiven(visit),
    (password) => passwords.hash(password),
  );
  if (!made.ok) return setupPage(c, visit, typed, errorsOf(made.problems, visit.t), 422);
  if (made.value === null) return overPage(c, visit);
  log.info("{login} has set up the office", { login: made.value.staff.login });
  dropSetupToken(c);
  // Where the account is another one already, the sign-in form says what to do.
  signIn(c, visit, made.value);
  return c.redirect("/settings/checklist?fresh", 303);
};

interface Refused {
  readonly error: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Null where the code was right, and the browser is known from now on. */
function refusedCode(
  c: WebContext,
  visit: Visit,
  form: Form,
): Refused | null {
  const { web, now, t, format } = visit;
  const code = form.text("code");
  // Whoever has the page open while the server starts again has guessed nothing.
  if (!form.has("code")) return { error: t("setup.code_again"), status: 422 };
  const address = addressOf(c);
  // Strangers who guess it do not keep out whoever sits at the server.
  const attempt = { ...GUESSED, address, atHome: isLoopback(address) };
  const wait = web.throttle.begin(attempt, now);
  if (wait > 0) {
    const seconds = Math.ceil(wait / 1000);
    const error = t("setup.code_throttled", { wait: format.duration(seconds * 1000) });
    return { error, status: 429, headers: { "retry-after": String(seconds) } };
  }
  const token = web.firstStart.open(code, isSecure(c), now);
  if (token === null) {
    log.warn("Somebody at {address} typed a wrong setup code", { address });
    return { error: t("setup.code_wrong"), status: 422 };
  }
  web.throttle.succeeded(attempt);
  keepSetupToken(c, token);
  return null;
}

/** Somebody else has finished it meanwhile. */
function overPage(c: WebContext, visit: Visit): Response {
  dropSetupToken(c);
  const data = {
    status: 409,
    title: visit.t("setup.over_title"),
    message: visit.t("setup.over"),
    again: null,
  };
  return page(c, visit, "shell/error", data, { title: data.title, status: 409 });
}
