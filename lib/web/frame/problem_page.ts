import { getLogger } from "@logtape/logtape";
import { NotPermitted, NotYours } from "../../desk/desk.ts";
import { NotFound, StoreGone } from "../../store/errors.ts";
import { DatabaseRefused, type Refusal, refusalOf } from "../../store/refused.ts";
import { type Translate, translator } from "../../text/translator.ts";
import { receivedForm } from "../forms/read_form.ts";
import { HttpProblem, type ProblemName } from "../http_problem.ts";
import { barePage, page, toast } from "./respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { WebServices } from "../services.ts";
import type { ErrorView } from "../page_data.ts";
import type { Visit, WebContext } from "../visit.ts";
import { strangersLanguage } from "../guard/access.ts";
import { gonePage } from "./gone_page.ts";

const log = getLogger(["belltower", "web"]);

/** Soon enough for a lock that somebody lets go of, seldom enough for a disk that is away. */
const RETRY_AFTER_S = "5";

type RefusedName = "held" | "full" | "disk";

const REFUSALS: Readonly<Record<Refusal, RefusedName>> = {
  held: "held",
  full: "full",
  failed: "disk",
};

/**
 * The answer to a request that could not be carried out: a sentence for the person, and for what nobody
 * foresaw a reference under which the log has the rest. Where the disk does not even read, it is a page without
 * anything of the database.
 */
export function problemPage(c: WebContext, visit: Visit, error: unknown): Response {
  if (error instanceof StoreGone) return gonePage(c, visit.web, typedIn(c));
  const problem = problemOf(c, error);
  try {
    if (wantsFragment(c)) {
      return toast(c, visit, "error", visit.t(problem.text, problem.args), problem.status);
    }
    const again = againOf(c, problem);
    const [title, message] = sentencesOf(visit.t, problem, again !== null);
    const { status } = problem;
    const view = { status, title, message, again };
    return page(c, visit, "shell/error", view, { title, status, headers: headersOf(problem) });
  } catch (another) {
    if (another instanceof DatabaseRefused) return bareProblem(c, visit.web, problem);
    throw another;
  }
}

/** The answer where not even the asking person could be found out, as with a broken database. */
export function lastResort(c: WebContext, web: WebServices, error: unknown): Response {
  if (error instanceof StoreGone) return gonePage(c, web, typedIn(c));
  return bareProblem(c, web, problemOf(c, error));
}

function bareProblem(c: WebContext, web: WebServices, problem: HttpProblem): Response {
  const language = strangersLanguage(c, web);
  const t = translator(language);
  const { status } = problem;
  const again = againOf(c, problem);
  // A part goes into a page in which what was typed still stands.
  const [title, message] = sentencesOf(t, problem, again !== null || wantsFragment(c));
  const view = { status, title, message, again };
  const headers = headersOf(problem);
  return wantsFragment(c)
    ? barePage(c, web, language, "shell/toast", { kind: "error", text: view.message }, {
      title,
      status,
      headers: { ...headers, "HX-Retarget": "#toasts", "HX-Reswap": "beforeend" },
    })
    : barePage(c, web, language, "shell/error", view, { title, status, headers });
}

function headersOf({ status }: HttpProblem): Record<string, string> {
  return status === 503 ? { "retry-after": RETRY_AFTER_S } : {};
}

/** The title and the sentence. That what was typed is still there is said only where it is (`isKept`). */
function sentencesOf(t: Translate, { problem, text, args }: HttpProblem, isKept: boolean) {
  return isRefusal(problem) && !isKept
    ? [t("error.refused_title"), t(`error.${problem}_unkept`)] as const
    : [t(`error.${problem}_title`), t(text, args)] as const;
}

function isRefusal(problem: ProblemName): problem is RefusedName {
  return Object.values<ProblemName>(REFUSALS).includes(problem);
}

function againOf(c: WebContext, { problem }: HttpProblem): ErrorView["again"] {
  return isRefusal(problem) || problem === "written" ? typedIn(c) : null;
}

/** What was typed is not typed again. A password is: it does not stand in a page. */
function typedIn(c: WebContext): ErrorView["again"] {
  const fields = receivedForm(c)?.fields ?? [];
  const isSecret = fields.some(([name]) => name.includes("password") || name === "passphrase");
  if (fields.length === 0 || isSecret) return null;
  const { pathname, search } = new URL(c.req.url);
  return { action: pathname + search, fields };
}

function problemOf(c: WebContext, error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof NotFound) return new HttpProblem("not_found");
  if (error instanceof NotYours) return new HttpProblem("forbidden", {}, error.code);
  if (error instanceof NotPermitted) return new HttpProblem("forbidden");
  const refusal = refusalOf(error);
  if (refusal !== null) {
    log.warn("{method} {path} was refused: {error}", {
      method: c.req.method,
      path: c.req.path,
      error,
    });
    return new HttpProblem(REFUSALS[refusal]);
  }
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
