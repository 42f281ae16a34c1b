import { getLogger } from "@logtape/logtape";
import { NotFound } from "../../store/errors.ts";
import { HttpProblem } from "../http_problem.ts";
import { page, toast, wantsFragment } from "../respond.ts";
import type { Visit, WebContext } from "../visit.ts";

const log = getLogger(["belltower", "web"]);

/**
 * The answer to a request that could not be carried out: a sentence for the person, and for what nobody
 * foresaw a reference under which the log has the rest.
 */
export function problemPage(c: WebContext, visit: Visit, error: unknown): Response {
  const problem = problemOf(c, error);
  const message = visit.t(problem.text, problem.args);
  if (wantsFragment(c)) return toast(c, visit, "error", message, problem.status);
  const title = visit.t(`error.${problem.problem}_title`);
  return page(c, visit, "pages/error", { status: problem.status, title, message }, {
    title,
    status: problem.status,
    headers: problem.problem === "busy" ? { "retry-after": "5" } : {},
  });
}

/** The answer where not even the asking person could be found out, as with a broken database. */
export function lastResort(c: WebContext, error: unknown): Response {
  return c.text(`500 ${logged(c, error)}`, 500);
}

function problemOf(c: WebContext, error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof NotFound) return new HttpProblem("not_found");
  return new HttpProblem("failed", { reference: logged(c, error) });
}

/** Writes the error to the log and returns the reference under which it stands there. */
function logged(c: WebContext, error: unknown): string {
  const reference = crypto.randomUUID().slice(0, 8);
  log.error("{method} {path} failed ({reference}): {error}", {
    method: c.req.method,
    path: c.req.path,
    reference,
    error,
  });
  return reference;
}
