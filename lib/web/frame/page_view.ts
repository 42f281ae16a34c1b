import { canDial } from "../../desk/telephony/dial_extension.ts";
import { eventId } from "../../domain/event.ts";
import { permissionsOf } from "../../domain/role_permissions.ts";
import type { Language } from "../../domain/staff.ts";
import { ringSound, USUAL_RING } from "../../store/ring_sound.ts";
import { countFor, countWork } from "../../store/work/work_count.ts";
import { translator } from "../../text/translator.ts";
import { currentPath } from "../current_path.ts";
import type { PageView } from "../page_data.ts";
import type { WebServices } from "../services.ts";
import type { Views } from "../view_data.ts";
import type { Visit, WebContext } from "../visit.ts";
import { extensionNames } from "./extension_names.ts";
import { lineView } from "./line_view.ts";
import { noticesView } from "./notices_view.ts";
import { PAGE_HEARS } from "./page_hears.ts";
import { presenceView } from "./presence_view.ts";

/** What a page says of itself. */
export interface PageOptions {
  readonly title: string;
  readonly active?: PageView["active"];
  /** The customer of whom the page is. */
  readonly customerId?: number | null;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the frame around the view `name` shows this visitor. */
export function pageView(
  c: WebContext,
  visit: Visit,
  name: keyof Views,
  { title, active = null, customerId = null, status = 200 }: PageOptions,
): PageView {
  const { web, person, session, language } = visit;
  const path = currentPath(c);
  const may = permissionsOf(person?.role ?? null);
  // Asked for beside each number.
  let dials: boolean | null = null;
  // What is read of the database is read where it is shown: most of it stands in the layout, which a part has not.
  return {
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
    onlyHere: status !== 200 || c.req.method === "POST",
    customerId,
    cardPlace: path.split("?")[0] === "/desk" ? "column" : "drawer",
    version: web.version,
    demo: web.demo,
    get notices() {
      return noticesView(visit);
    },
  };
}

/** The same of nobody, without the database. */
export function barePageView(
  c: WebContext,
  web: WebServices,
  language: Language,
  title: string,
): PageView {
  return {
    language,
    title,
    office: "",
    ring: USUAL_RING,
    active: null,
    person: null,
    may: permissionsOf(null),
    sessionKey: "",
    line: { state: "none", text: translator(language)("line.none") },
    work: 0,
    path: currentPath(c),
    told: "",
    hears: "",
    onlyHere: false,
    customerId: null,
    cardPlace: "drawer",
    version: web.version,
    demo: web.demo,
    notices: [],
  };
}
