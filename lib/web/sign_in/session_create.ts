import { getLogger } from "@logtape/logtape";
import { hasSignedInFrom } from "../../store/sign_ins.ts";
import { tiedNumbers } from "../../domain/sign_in_place.ts";
import type { Staff } from "../../domain/staff.ts";
import { noteAct } from "../../store/audit/write_audit.ts";
import { staffById, staffByLogin } from "../../store/staff.ts";
import { addressOf } from "../address.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { page } from "../frame/respond.ts";
import { safeNext } from "../safe_next.ts";
import { placeOf } from "../guard/throttle.ts";
import { signIn } from "../guard/session.ts";
import type { OpenHandler, Visit, WebContext } from "../visit.ts";

const log = getLogger(["belltower", "web"]);

/** Longer ones are nobody's, and no work is done for them. */
const MOST_CHARACTERS = 200;

/** Signs in, or shows the form again. Whether the account exists makes no difference that can be seen. */
export const sessionCreate: OpenHandler = async (c, visit) => {
  const form = readForm(c);
  const [login, password] = [form.text("login").trim(), form.text("password")];
  const next = safeNext(form.text("next"));
  const refuse = (error: string, status: number, headers: Record<string, string> = {}) =>
    refused(c, visit, { login, next, error }, status, headers);

  if (login === "" || password === "") return refuse(visit.t("login.missing"), 422);
  if (login.length > MOST_CHARACTERS || password.length > MOST_CHARACTERS) {
    return refuse(visit.t("login.wrong"), 422);
  }
  const address = addressOf(c);
  const account = staffByLogin(visit.store, login);
  const atHome = account !== null && hasSignedInFrom(visit.store, account.staff.id, address);
  const attempt = { account: account?.staff.id ?? null, login, address, atHome };
  const wait = visit.web.throttle.begin(attempt, visit.now);
  if (wait > 0) {
    const seconds = Math.ceil(wait / 1000);
    const text = visit.t("login.throttled", { wait: visit.format.duration(seconds * 1000) });
    return refuse(text, 429, { "retry-after": String(seconds) });
  }
  const known = account?.staff.active === true ? account : null;
  const asker = { place: placeOf(address), known: atHome };
  const fits = await visit.web.passwords.fits(password, known?.passwordHash ?? null, asker);
  if (fits === "busy") throw new HttpProblem("busy");
  if (!fits || known === null) {
    log.warn("Somebody at {address} gave a wrong login or password", { address });
    noteFailure(visit, "sign_in_failed", account?.staff ?? null);
    return refuse(visit.t("login.wrong"), 422);
  }
  switch (signIn(c, visit, known)) {
    case "signed_in":
      visit.web.throttle.succeeded(attempt);
      return c.redirect(next, 303);
    case "changed":
      log.warn("The account of {login} was changed while it signed in", { login });
      noteFailure(visit, "sign_in_failed", known.staff);
      return refuse(visit.t("login.wrong"), 422);
    case "other_place": {
      visit.web.throttle.succeeded(attempt);
      log.warn("{login} may not sign in from {address}", { login: known.staff.login, address });
      noteFailure(visit, "sign_in_refused", known.staff);
      const now = staffById(visit.store, known.staff.id);
      const extension = now === null ? "" : tiedNumbers(now);
      return refuse(visit.t("login.other_place", { extension }), 422);
    }
  }
};

/** A login that is nobody's is not kept: people type their password into that field. */
function noteFailure(visit: Visit, act: string, staff: Staff | null): void {
  const { store } = visit;
  const who = staff === null ? {} : { record: String(staff.id), label: staff.name };
  const what = `${act} staff ${staff?.id ?? "unknown"}`;
  store.late.note({ what, write: () => noteAct(store, { act, kind: "staff", ...who }) });
}

function refused(
  c: WebContext,
  visit: Visit,
  data: { readonly login: string; readonly next: string; readonly error: string },
  status: number,
  headers: Record<string, string>,
): Response {
  const trust = (visit.web.https?.authority ?? null) !== null;
  const title = visit.t("title.login");
  const unmanaged = visit.web.firstStart.isOpen;
  const all = { ...data, trust, unmanaged };
  return page(c, visit, "sign_in/login", all, { title, status, headers });
}
