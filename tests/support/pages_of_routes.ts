import { isFileKind } from "../../lib/web/route_audit.ts";
import { ROUTES } from "../../lib/web/routes.ts";

/** Who opens a page; `founder` comes before anybody has an account. */
export type PageVisitor = "admin" | "stranger" | "founder";

export interface PagePlace {
  /** As in the routes. */
  readonly route: string;
  /** With something that exists in the place of each parameter. */
  readonly path: string;
  readonly visitor: PageVisitor;
}

/** GET routes that answer with something else than a whole page; files say so in their rows. */
const NO_PAGES: Readonly<Record<string, "part" | "stream" | "answer" | "file" | "elsewhere">> = {
  "/healthz": "answer",
  "/metrics": "answer",
  "/session": "answer",
  "/trust/probe": "answer",
  "/static/*": "file",
  "/trust/belltower-ca.crt": "file",
  "/": "elsewhere",
  "/missed": "elsewhere",
  "/live": "stream",
  "/wall/:token/live": "stream",
  "/wall/:token/now": "part",
  "/popups": "part",
  "/card": "part",
  "/detail": "part",
  "/search": "part",
  "/reminders": "part",
  "/customers/:id/work": "part",
  "/notices": "part",
  "/attachments": "part",
  "/presence": "part",
  "/board/now": "part",
  "/board/wall/now": "part",
};

/** Where a 1 for each `:id` does not show the page, or an administrator is not the one who sees it. */
const PLACES: Readonly<Record<string, { readonly path?: string; readonly visitor?: PageVisitor }>> =
  {
    "/setup": { visitor: "founder" },
    "/login": { visitor: "stranger" },
    "/trust": { visitor: "stranger" },
    "/wall/:token": { visitor: "stranger" },
    "/customers/merge": { path: "/customers/merge?id=1&id=2" },
  };

/**
 * Every page of the routes, as it is opened in an office that is lived in (lived_in_office.ts), whose wall's screen has
 * `token`. A new route is a page until it stands among `NO_PAGES`.
 */
export function pagesOfRoutes(token: string): PagePlace[] {
  return ROUTES.filter(({ method, path, audit }) =>
    method === "GET" && !isFileKind(audit) && !Object.hasOwn(NO_PAGES, path)
  ).map(({ path: route }) => {
    const { path: sample = route, visitor = "admin" } = PLACES[route] ?? {};
    const path = sample.replace(":token", token).replace(":id", "1");
    if (/[:*]/.test(path)) throw new Error(`${route} needs a path in PLACES to be opened`);
    return { route, path, visitor };
  });
}

/** What stands above and is no route (any more). */
export function strangersToRoutes(): string[] {
  const known = ROUTES.filter(({ method }) => method === "GET").map(({ path }) => path);
  return [...Object.keys(NO_PAGES), ...Object.keys(PLACES)].filter((path) => !known.includes(path));
}

/** What a route is asked by that answers with no whole page. */
export function noPages(token: string): string[] {
  return Object.keys(NO_PAGES).filter((path) => NO_PAGES[path] !== "stream")
    .map((path) => path.replace(":token", token).replace("*", "base/base.css"));
}
