import { Hono } from "hono";
import type { WebDeps } from "./deps.ts";
import { HttpProblem } from "./http_problem.ts";
import {
  askForPassword,
  askToSetUp,
  askToSignIn,
  leadToHttps,
  PASSWORD_PAGE,
  SETUP_PAGE,
  staffVisit,
  visitOf,
} from "./middleware/access.ts";
import { lastResort, problemPage } from "./middleware/errors.ts";
import { countRequests } from "./middleware/count_requests.ts";
import { isTooLong } from "./middleware/lengths.ts";
import { noteAnswer } from "./middleware/note_answer.ts";
import { mayChange } from "./middleware/same_origin.ts";
import { securityHeaders } from "./middleware/security_headers.ts";
import { type Route, ROUTES } from "./routes.ts";
import { type WebServices, webServices } from "./services.ts";
import type { Visit, WebContext, WebEnv } from "./visit.ts";

/**
 * The web: give its `fetch` to `Deno.serve`. Whoever stops the server closes the hub first, since the
 * server waits for open streams. Throws where a template is broken or the time zone is none.
 */
export function createApp(deps: WebDeps): Hono<WebEnv> {
  const web = webServices(deps);
  const app = new Hono<WebEnv>();
  app.use(countRequests(deps.metrics), securityHeaders(deps.hsts));
  for (const route of ROUTES) {
    app.on(route.method, route.path, (c) => answer(c, web, route));
  }
  app.notFound((c) => {
    if (web.firstStart.isNeeded) return askToSetUp(c);
    return problemPage(c, visitOf(c, web), new HttpProblem("not_found"));
  });
  app.onError((error, c) => lastResort(c, error));
  return app;
}

/** The one place where it is decided whether a request comes as far as its handler. */
async function answer(c: WebContext, web: WebServices, route: Route): Promise<Response> {
  const visit = visitOf(c, web);
  const noted = (response: Response, by: Visit) => {
    noteAnswer(c, by, route, response);
    return response;
  };
  try {
    if (isTooLong(c)) throw new HttpProblem("too_long");
    if (!mayChange(c)) throw new HttpProblem("origin");
    if (c.env?.transport === "exposed" && !route.exposed) return leadToHttps(c);
    if (web.firstStart.isNeeded && !answersBeforeSetup(route)) return askToSetUp(c);
    if (route.least === null) return noted(await route.handler(c, visit), visit);
    const known = staffVisit(visit, route.least);
    if (known === null) return askToSignIn(c);
    if (known.session.mustChangePassword && route.path !== PASSWORD_PAGE) return askForPassword(c);
    return noted(await route.handler(c, known), known);
  } catch (error) {
    return problemPage(c, visit, error);
  }
}

/** The setup, and what a browser needs to come there: the program's files and how to trust its certificate. */
function answersBeforeSetup(route: Route): boolean {
  return route.exposed === true || route.path === SETUP_PAGE;
}
