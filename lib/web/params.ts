import { HttpProblem } from "./http_problem.ts";
import type { WebContext } from "./visit.ts";

/** A positive number that stands for something in the database; null where the text is none. */
export function idOrNull(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

/** The `:id` of the route. Throws the problem `not_found` where it can be nobody's. */
export function idParam(c: WebContext): number {
  const id = idOrNull(c.req.param("id"));
  if (id === null) throw new HttpProblem("not_found");
  return id;
}

/** What was typed into a search box, as far as anything can be found by it. */
export function searchText(c: WebContext): string {
  return (c.req.query("q") ?? "").normalize("NFC").replace(/\p{Cc}/gu, " ").trim().slice(0, 100);
}
