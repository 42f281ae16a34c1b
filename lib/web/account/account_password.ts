import { checkChosen, choosePassword } from "../../desk/staff/choose_password.ts";
import { PASSWORD_LENGTH } from "../../domain/password_rules.ts";
import { passwordHashOf } from "../../store/staff.ts";
import { addressOf } from "../address.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf, type FieldErrors } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { page } from "../frame/respond.ts";
import { endStreams, signIn } from "../guard/session.ts";
import { placeOf } from "../guard/throttle.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** The form in which one gives oneself another password. */
export const accountPassword: StaffHandler = (c, visit) => passwordPage(c, visit, {}, 200);

/** Changes the own password; every other browser is signed out. */
export const accountPasswordChange: StaffHandler = async (c, visit) => {
  const form = readForm(c);
  const typed = {
    current: form.text("current"),
    password: form.text("password"),
    again: form.text("again"),
  };
  const checked = checkChosen(visit.person, typed);
  if (!checked.ok) return passwordPage(c, visit, errorsOf(checked.problems, visit.t), 422);
  const was = passwordHashOf(visit.store, visit.person.id);
  const wrong = await wrongCurrent(c, visit, typed.current, was);
  if (wrong !== null) return passwordPage(c, visit, wrong, 422);
  const { passwords } = visit.web;
  const chosen = await choosePassword(
    deskOf(visit),
    typed,
    was,
    (password) => passwords.hash(password),
  );
  if (!chosen.ok) return passwordPage(c, visit, errorsOf(chosen.problems, visit.t), 422);
  const { ended, passwordHash } = chosen.value;
  // In this order: who is never out for a moment stays on their break.
  signIn(c, { ...visit, session: null }, { staff: visit.person, passwordHash });
  endStreams(visit, visit.person.id, ended);
  return c.redirect("/account?done=password", 303);
};

/** Guesses are slowed down: an unlocked screen is no way to find a password. */
async function wrongCurrent(
  c: WebContext,
  { web, session, now, t, format }: StaffVisit,
  current: string,
  hash: string | null,
): Promise<FieldErrors | null> {
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
  return page(c, shown, "account/account_password", data, { title, status });
}
