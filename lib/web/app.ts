import { Hono } from "hono";
import { whenFree } from "../store/free.ts";
import type { WebDeps } from "./deps.ts";
import { MOST_BYTES, MOST_OF_STRANGERS, receiveForm } from "./forms/read_form.ts";
import { addressOf } from "./address.ts";
import type { HeldForm } from "./uploads/form_room.ts";
import { HttpProblem } from "./http_problem.ts";
import {
  askForPassword,
  askToSetUp,
  askToSignIn,
  leadToHttps,
  SignedOut,
  staffVisit,
  visitOf,
} from "./guard/access.ts";
import { lastResort, problemPage } from "./frame/problem_page.ts";
import { gonePage } from "./frame/gone_page.ts";
import { countRequests } from "./middleware/count_requests.ts";
import { isTooLong } from "./middleware/lengths.ts";
import { noteAnswer } from "./middleware/note_answer.ts";
import { mayChange } from "./middleware/same_origin.ts";
import { securityHeaders } from "./middleware/security_headers.ts";
import { handingOut, requireWriting } from "./writing.ts";
import { whileAllowed } from "./middleware/while_allowed.ts";
import { withoutBody } from "./middleware/without_body.ts";
import type { Route, StaffRoute } from "./route.ts";
import { ROUTES } from "./routes.ts";
import { type WebParts, type WebServices, webServices } from "./services.ts";
import { placeOf } from "./guard/throttle.ts";
import type { StaffVisit, Visit, WebContext, WebEnv } from "./visit.ts";

/**
 * The web: give its `fetch` to `Deno.serve`. Whoever stops the server closes the hub first, since the
 * server waits for open streams. Throws where a template is broken or the time zone is none.
 */
export function createApp(deps: WebDeps, parts: Partial<WebParts> = {}): Hono<WebEnv> {
  const web = webServices(deps, parts);
  const app = new Hono<WebEnv>();
  app.use(withoutBody, countRequests(deps.metrics), securityHeaders(deps.hsts));
  for (const route of ROUTES) {
    app.on(route.method, route.path, (c) => answer(c, web, route));
  }
  app.notFound((c) => {
    if (web.firstStart.isNeeded) return askToSetUp(c);
    return problemPage(c, visitOf(c, web), new HttpProblem("not_found"));
  });
  app.onError((error, c) => lastResort(c, web, error));
  return app;
}

/** Answers a request; whoever may not ask for it costs no more than its headers. */
async function answer(c: WebContext, web: WebServices, route: Route): Promise<Response> {
  // The health check says what is wrong, and the page that says it needs its style; nothing else can be answered for.
  if (web.store.gone !== null && !route.traits.includes("without_data")) {
    return gonePage(c, web);
  }
  let visit = visitOf(c, web);
  let form: HeldForm | null = null;
  try {
    const refused = refusal(c, visit, route);
    if (refused !== null) return refused;
    if (route.method === "POST") {
      if (!route.traits.includes("takes_file")) {
        form = web.forms.begin(senderOf(c, visit));
        await receiveForm(c, route.needs === null ? MOST_OF_STRANGERS : MOST_BYTES, form.came);
      }
      if (!await whenFree(web.store)) throw new HttpProblem("held");
      // The form may have come for minutes. Who asks is whoever that is now.
      visit = visitOf(c, web);
      const refusedNow = refusal(c, visit, route);
      if (refusedNow !== null) return refusedNow;
      if (!route.traits.includes("any_quota")) requireWriting(visit);
    }
    if (route.needs === null) return noted(c, visit, route, await route.handler(c, visit));
    const known = staffVisit(c, visit, route.needs);
    if (known === null) return askToSignIn(c);
    const handed = await handingOut(await handled(c, known, route), known);
    const response = noted(c, known, route, handed);
    return whileAllowed(response, known);
  } catch (error) {
    if (error instanceof SignedOut) return askToSignIn(c);
    return problemPage(c, visit, error);
  } finally {
    form?.over();
  }
}

function senderOf(c: WebContext, { person }: Visit) {
  return person === null ? { stranger: placeOf(addressOf(c)) } : { staff: person.id };
}

/** A file that comes in is under way until it is there. */
async function handled(c: WebContext, visit: StaffVisit, route: StaffRoute): Promise<Response> {
  if (!route.traits.includes("takes_file")) return await route.handler(c, visit);
  const over = visit.web.transfers.begin(visit.person.id);
  try {
    return await route.handler(c, visit);
  } finally {
    over();
  }
}

function noted(c: WebContext, by: Visit, route: Route, response: Response): Response {
  noteAnswer(c, by, route, response);
  return response;
}

/**
 * The one place where it is decided whether a request comes as far as its handler: the answer in its place, or null.
 * Throws an `HttpProblem` where there is nothing to be done about it.
 */
function refusal(c: WebContext, visit: Visit, route: Route): Response | null {
  if (isTooLong(c)) throw new HttpProblem("too_long");
  if (!mayChange(c)) throw new HttpProblem("origin");
  if (c.env?.transport === "exposed" && !route.traits.includes("exposed")) return leadToHttps(c);
  if (visit.web.firstStart.isNeeded && !answersBeforeSetup(route)) return askToSetUp(c);
  if (route.needs === null) return null;
  const known = staffVisit(c, visit, route.needs);
  if (known === null) return askToSignIn(c);
  const { mustChangePassword } = known.session;
  return mustChangePassword && !route.traits.includes("any_password") ? askForPassword(c) : null;
}

/** The setup, and what a browser needs to come there: the program's files and how to trust its certificate. */
function answersBeforeSetup(route: Route): boolean {
  return route.traits.includes("exposed") || route.traits.includes("before_setup");
}
