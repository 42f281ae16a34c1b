import type { Language } from "../../domain/staff.ts";
import type { AnswerName } from "../../live/answer_event.ts";
import { translator } from "../../text/translator.ts";
import type { WebServices } from "../services.ts";
import type { Views } from "../view_data.ts";
import type { ViewFrame } from "../views.ts";
import type { Visit, WebContext } from "../visit.ts";
import { barePageView, type PageOptions, pageView } from "./page_view.ts";

export interface FragmentOptions {
  readonly status?: number;
  /** What htmx tells the page when it has the answer. */
  readonly trigger?: AnswerName;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A whole page, in the layout, or a part where the view is one. */
export function page<Name extends keyof Views>(
  c: WebContext,
  visit: Visit,
  name: Name,
  data: Views[Name],
  options: PageOptions,
): Response {
  const shown = { page: pageView(c, visit, name, options), t: visit.t };
  return html(c, visit.web, name, data, shown, options);
}

/** The same without asking the database: for when it does not answer. */
export function barePage<Name extends keyof Views>(
  c: WebContext,
  web: WebServices,
  language: Language,
  name: Name,
  data: Views[Name],
  { title, ...options }: PageOptions,
): Response {
  const shown = { page: barePageView(c, web, language, title), t: translator(language) };
  return html(c, web, name, data, shown, options);
}

/** A part of a page, for htmx to put in its place. */
export function fragment<Name extends keyof Views>(
  c: WebContext,
  visit: Visit,
  name: Name,
  data: Views[Name],
  options: FragmentOptions = {},
): Response {
  const headers = { ...options.headers };
  if (options.trigger !== undefined) headers["HX-Trigger"] = options.trigger;
  return page(c, visit, name, data, { ...options, title: "", headers });
}

/** A short message at the edge of the page, wherever htmx wanted to put the answer. */
export function toast(
  c: WebContext,
  visit: Visit,
  kind: "done" | "error",
  text: string,
  status = 200,
): Response {
  const headers = { "HX-Retarget": "#toasts", "HX-Reswap": "beforeend" };
  return fragment(c, visit, "shell/toast", { kind, text }, { status, headers });
}

function html<Name extends keyof Views>(
  c: WebContext,
  web: WebServices,
  name: Name,
  data: Views[Name],
  shown: Omit<ViewFrame, "asset">,
  { status = 200, headers = {} }: Pick<PageOptions, "status" | "headers">,
): Response {
  const body = web.views.render(name, data, { ...shown, asset: web.files.url });
  // Through Hono, so that cookies and headers which were set on the way are kept.
  return c.newResponse(body, status as 200, {
    "content-type": "text/html; charset=utf-8",
    ...headers,
  });
}
