import type { Permission } from "../../domain/permission.ts";
import { may } from "../../domain/role_permissions.ts";
import { isLanguage, type Language, LANGUAGES } from "../../domain/staff.ts";
import { translator } from "../../text/translator.ts";
import { actorOf } from "../acting.ts";
import { readCookie } from "../cookies.ts";
import { HttpProblem } from "../http_problem.ts";
import { currentPath } from "../current_path.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { WebServices } from "../services.ts";
import { recognise } from "./session.ts";
import type { StaffVisit, Visit, WebContext } from "../visit.ts";

/**
 * Finds out who asks. The words are looked up by who needs some: a stranger's language is in the database, and the
 * health check has to answer when that does not.
 */
export function visitOf(c: WebContext, web: WebServices): Visit {
  const now = web.clock();
  const { person, session, elsewhere } = recognise(c, web.store, now);
  if (person !== null) c.env?.signedIn?.();
  return {
    web,
    // Whatever a handler changes is noted in this person's name: no handler can forget it.
    store: web.store.as(actorOf(c, person), () => now, (bytes) => {
      if (person !== null) web.written.add(person.id, bytes);
    }),
    now,
    get language() {
      return person?.language ?? strangersLanguage(c, web);
    },
    get t() {
      return translator(this.language);
    },
    get format() {
      return web.formats[this.language];
    },
    person,
    session,
    elsewhere,
  };
}

/** The same visit, when it is of somebody signed in; null for a stranger. Throws where they may not do what it `needs`. */
export function staffVisit(c: WebContext, visit: Visit, needs: Permission): StaffVisit | null {
  const { person, session } = visit;
  if (person === null || session === null) return null;
  if (!may(person.role, needs)) throw new HttpProblem("forbidden");
  const again = () => {
    const later = staffVisit(c, visitOf(c, visit.web), needs);
    if (later === null) throw new SignedOut();
    // The one store counts what it has noted for this request.
    return { ...later, store: visit.store };
  };
  return { ...visit, person, session, again };
}

/** The session ended while its request was being answered. */
export class SignedOut extends Error {
  override readonly name = "SignedOut";
}

/** Sends a stranger to the sign-in, and from there back to where they wanted to go. */
export function askToSignIn(c: WebContext): Response {
  const login = `/login?next=${encodeURIComponent(currentPath(c))}`;
  // A script asked, not a person: htmx moves the whole page, an EventSource stops.
  if (wantsFragment(c)) return c.body(null, 401, { "HX-Redirect": login });
  const accepts = c.req.header("accept") ?? "";
  if (accepts.includes("text/event-stream")) return c.body(null, 401);
  return c.redirect(login, 303);
}

/** Where the first start begins; nothing else answers before it. */
export const SETUP_PAGE = "/setup";

/** Sends a person to the setup; a script, or what is no question, is told that there is nothing yet. */
export function askToSetUp(c: WebContext): Response {
  if (wantsFragment(c)) return c.body(null, 503, { "HX-Redirect": SETUP_PAGE });
  const accepts = c.req.header("accept") ?? "";
  if (c.req.method === "GET" && !accepts.includes("text/event-stream")) {
    return c.redirect(SETUP_PAGE, 303);
  }
  return c.text(`503 Belltower is not set up yet: ${SETUP_PAGE}`, 503);
}

/** Where one gives oneself another password; open also to those to whom nothing else is. */
export const PASSWORD_PAGE = "/account/password";

/** Sends somebody whose password is not their own yet to where they change it. */
export function askForPassword(c: WebContext): Response {
  if (wantsFragment(c)) return c.body(null, 401, { "HX-Redirect": PASSWORD_PAGE });
  return c.redirect(PASSWORD_PAGE, 303);
}

/** Where a browser learns whom to trust, so that it can come by HTTPS. */
export const TRUST_PAGE = "/trust";
/** Its last part is the name under which browsers keep it. */
export const AUTHORITY_FILE = `${TRUST_PAGE}/belltower-ca.crt`;
export const TRUST_PROBE = `${TRUST_PAGE}/probe`;

/** Sends whoever comes plainly across the network to where the way by HTTPS is shown. */
export function leadToHttps(c: WebContext): Response {
  if (c.req.method !== "GET" && c.req.method !== "HEAD") throw new HttpProblem("https_only");
  if (wantsFragment(c)) return c.body(null, 401, { "HX-Redirect": TRUST_PAGE });
  return c.redirect(`${TRUST_PAGE}?next=${encodeURIComponent(currentPath(c))}`, 303);
}

/** By what the browser asks for, else the office's; asks no database. */
export function strangersLanguage(c: WebContext, web: WebServices): Language {
  const asked = readCookie(c, "belltower_language") ?? c.req.header("accept-language") ?? "";
  const known = asked.toLowerCase().split(",").map((part) => part.trim().slice(0, 2));
  return LANGUAGES.find((language) => language === known.find(isLanguage)) ??
    web.office.language;
}
