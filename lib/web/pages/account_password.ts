import { PASSWORD_LENGTH } from "../../domain/password_rules.ts";
import { passwordHashOf } from "../../store/staff.ts";
import { addressOf } from "../address.ts";
import type { FieldErrors } from "../forms/check.ts";
import type { Form } from "../forms/form.ts";
import { readForm } from "../forms/read_form.ts";
import { passwordError } from "../forms/password_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { page } from "../respond.ts";
import { givePassword, signIn } from "../sign_in/session.ts";
import { placeOf } from "../sign_in/throttle.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** The form in which one gives oneself another password. */
export const accountPassword: StaffHandler = (c, visit) => passwordPage(c, visit, {}, 200);

/** Changes the own password; every other browser is signed out. */
export const accountPasswordChange: StaffHandler = async (c, visit) => {
  const form = readForm(c);
  const was = passwordHashOf(visit.store, visit.person.id);
  const wrong = wrongIn(form, visit) ?? await wrongCurrent(c, visit, form.text("current"), was);
  if (wrong !== null) return passwordPage(c, visit, wrong, 422);
  const passwordHash = await visit.web.passwords.hash(form.text("password"));
  const now = visit.again();
  if (!givePassword(now, now.person.id, { passwordHash, was, mustChange: false })) {
    return passwordPage(c, now, { current: visit.t("password.current_wrong") }, 422);
  }
  signIn(c, { ...now, session: null }, { staff: now.person, passwordHash });
  return c.redirect("/account?done=password", 303);
};

/** What can be said without asking whether the current password is right. */
function wrongIn(form: Form, { person, t }: StaffVisit): FieldErrors | null {
  const [current, password] = [form.text("current"), form.text("password")];
  if (current === "") return { current: t("password.current_missing") };
  const error = passwordError(password, person.login, t);
  if (error !== null) return { password: error };
  if (password === current) return { password: t("password.same") };
  return password === form.text("again") ? null : { again: t("password.not_again") };
}

/** Guesses are slowed down: an unlocked screen is no way to find a password. */
async function wrongCurrent(
  c: WebContext,
  { web, session, now, t, format }: StaffVisit,
  current: string,
  hash: string | null,
): Promise<FieldErrors | null> {
  if (current.length > PASSWORD_LENGTH.most) return { current: t("password.current_wrong") };
  const wait = web.throttle.beginOwn(session.key, now);
  if (wait > 0) return { current: t("login.throttled", { wait: format.duration(wait) }) };
  const asker = { place: placeOf(addressOf(c)), known: true };
  const fits = await web.passwords.fits(current, hash, asker);
  if (fits === "busy") throw new HttpProblem("busy");
  if (!fits) return { current: t("password.current_wrong") };
  web.throttle.succeededOwn(session.key);
  return null;
}

function passwordPage(
  c: WebContext,
  visit: StaffVisit,
  errors: FieldErrors,
  status: number,
): Response {
  const forced = visit.session.mustChangePassword;
  const data = { errors, least: PASSWORD_LENGTH.least, forced, login: visit.person.login };
  // Without the frame around it as long as nothing else is open.
  const shown = forced ? { ...visit, person: null, session: null } : visit;
  const title = visit.t("title.password");
  return page(c, shown, "pages/account_password", data, { title, status });
}
