import { canDial } from "../../desk/telephony/dial_extension.ts";
import { eventId } from "../../domain/event.ts";
import { permissionsOf } from "../../domain/role_permissions.ts";
import { ringSound, USUAL_RING } from "../../store/ring_sound.ts";
import { countFor, countWork } from "../../store/work/work_count.ts";
import { extensionNames } from "./extension_names.ts";
import { lineView } from "./line_view.ts";
import type { AnswerName } from "../../live/answer_event.ts";
import type { Language } from "../../domain/staff.ts";
import { translator } from "../../text/translator.ts";
import { noticesView } from "./notices_view.ts";
import { presenceView } from "./presence_view.ts";
import { currentPath } from "../current_path.ts";
import type { PageView } from "../page_data.ts";
import { PAGE_HEARS } from "./page_hears.ts";
import type { Views } from "../view_data.ts";
import type { WebServices } from "../services.ts";
import type { Visit, WebContext } from "../visit.ts";

/** What a page says of itself. */
export interface PageOptions {
  readonly title: string;
  readonly active?: PageView["active"];
  /** The customer of whom the page is. */
  readonly customerId?: number | null;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FragmentOptions {
  readonly status?: number;
  /** What htmx tells the page when it has the answer. */
  readonly trigger?: AnswerName;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A whole page, in the layout. */
export function page<Name extends keyof Views>(
  c: WebContext,
  visit: Visit,
  name: Name,
  data: Views[Name],
  options: PageOptions,
): Response {
  return html(c, visit, name, data, options);
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
  return html(c, visit, name, data, { ...options, title: "", headers });
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

/** A whole page, or a part where the view is one, that asks no database: for when it does not answer. */
export function barePage<Name extends keyof Views>(
  c: WebContext,
  web: WebServices,
  language: Language,
  name: Name,
  data: Views[Name],
  { title, status = 200, headers = {} }: PageOptions,
): Response {
  const t = translator(language);
  const page: PageView = {
    language,
    title,
    office: "",
    ring: USUAL_RING,
    active: null,
    person: null,
    may: permissionsOf(null),
    sessionKey: "",
    line: { state: "none", text: t("line.none") },
    work: 0,
    path: currentPath(c),
    told: "",
    hears: "",
    refused: false,
    customerId: null,
    cardPlace: "drawer",
    version: web.version,
    demo: web.demo,
    notices: [],
  };
  const body = web.views.render(name, data, { page, t, asset: web.files.url });
  return c.newResponse(body, status as 200, {
    "content-type": "text/html; charset=utf-8",
    ...headers,
  });
}

function html<Name extends keyof Views>(
  c: WebContext,
  visit: Visit,
  name: Name,
  data: Views[Name],
  { title, active = null, customerId = null, status = 200, headers = {} }: PageOptions,
): Response {
  const { web, person, session, language, t } = visit;
  const path = currentPath(c);
  const may = permissionsOf(person?.role ?? null);
  // Asked for beside each number.
  let dials: boolean | null = null;
  // What is read of the database is read where it is shown: most of it stands in the layout, which a part has not.
  const page: PageView = {
    language,
    title,
    office: web.office.name,
    get ring() {
      return ringSound(visit.store);
    },
    active,
    person: person === null ? null : {
      id: person.id,
      name: person.name,
      role: person.role,
      extension: person.extensions[0]?.number ?? "",
      get extensions() {
        return person.extensions.map(extensionNames(visit));
      },
      get dials() {
        return dials ??= canDial({ ...visit.web, store: visit.store, by: person });
      },
      get presence() {
        return presenceView(visit, person.id);
      },
    },
    may,
    sessionKey: session?.key ?? "",
    get line() {
      return lineView(visit);
    },
    get work() {
      return person === null ? 0 : countFor(countWork(visit.store, visit.now), person.id);
    },
    path,
    told: eventId(web.hub.told),
    hears: PAGE_HEARS[name]?.join(" ") ?? "",
    refused: status !== 200,
    customerId,
    cardPlace: path.split("?")[0] === "/desk" ? "column" : "drawer",
    version: web.version,
    demo: web.demo,
    get notices() {
      return noticesView(visit);
    },
  };
  const body = web.views.render(name, data, { page, t, asset: web.files.url });
  // Through Hono, so that cookies and headers which were set on the way are kept.
  return c.newResponse(body, status as 200, {
    "content-type": "text/html; charset=utf-8",
    ...headers,
  });
}
