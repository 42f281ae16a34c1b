import { ROUTES } from "../../lib/web/routes.ts";
import { type Attacker, target } from "./target.ts";

/** What would end or change the attack itself. */
const LEFT_OUT = [
  ...["/logout", "/settings/backup/restore", "/account/password", "/settings/staff/:id/password"],
  ...["/settings/staff/:id/active", "/settings/staff/:id/sign-out", "/account/sessions/:id/end"],
  ...[
    "/settings/staff/:id",
    "/settings/lines/:id/enabled",
    "/language",
    "/live",
    "/wall/:token/live",
    "/board/screens/:id/end",
    "/healthz",
  ],
];

/** The paths of the routes of a method, with something that exists in the place of each parameter. */
export function paths(method: "GET" | "POST", ids: readonly string[] = ["1"]): string[] {
  const found = ROUTES.filter((route) => route.method === method && !LEFT_OUT.includes(route.path))
    .flatMap(({ path }) =>
      ids.map((id) =>
        path.replace(":id", id).replace(":token", target().wall).replace(":name", "x")
          .replace("*", "base/base.css")
      )
    );
  return [...new Set(found)];
}

export interface FoundForm {
  readonly action: string;
  readonly method: string;
  readonly fields: readonly Field[];
}

interface Field {
  readonly name: string;
  readonly kind: "typed" | "given";
  readonly value: string;
}

/** The forms in a page, with their fields; `typed` is where somebody writes. */
export function formsIn(html: string): FoundForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map((
    [, head = "", inside = ""],
  ) => ({
    action: attribute(head, "action") ?? attribute(head, "hx-post") ?? "",
    method: (attribute(head, "method") ?? (/hx-post/.test(head) ? "post" : "get")).toLowerCase(),
    fields: [...fieldsIn(inside)],
  }));
}

/** The names of the parameters in every link of a page, by the path that they go to. */
export function parametersIn(html: string): [path: string, name: string][] {
  const links = [...html.matchAll(/(?:href|hx-get|action)="([^"]+)"/g)].map(([, link]) => link!);
  const found = links.flatMap((link) => {
    const url = new URL(link.replaceAll("&amp;", "&"), "http://x/");
    return [...url.searchParams.keys()].map((name) => [url.pathname, name] as [string, string]);
  });
  const typed = formsIn(html).filter(({ method }) => method === "get")
    .flatMap(({ action, fields }) =>
      fields.map(({ name }) => [new URL(action, "http://x/").pathname, name] as [string, string])
    );
  return [...found, ...typed];
}

/** Every page that this attacker sees, by its path. */
export async function readPages(
  attacker: Attacker,
  more: readonly string[] = [],
): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const path of [...paths("GET", ["1", "2"]), "/customers?q=%3Cscript", ...more]) {
    const { status, headers, text } = await attacker.send(path);
    if (status >= 500) throw new Error(`${path} was answered ${status}`);
    if (headers.get("content-type")?.startsWith("text/html")) pages.set(path, text);
  }
  return pages;
}

/** Of buttons and radio buttons of one name only the first: a browser sends one of them. */
function* fieldsIn(html: string): Generator<Field> {
  const given = new Set<string>();
  const tags = /<(textarea|select)\b([^>]*)>([\s\S]*?)<\/\1>|<(input|button)\b([^>]*)>/g;
  for (const [, long, longHead = "", inside = "", short, shortHead = ""] of html.matchAll(tags)) {
    const head = long === undefined ? shortHead : longHead;
    const name = attribute(head, "name");
    if (name === null) continue;
    const type = attribute(head, "type") ?? "text";
    const typed = long === "textarea" || short === "input" && !GIVEN.includes(type);
    const value = long === "select"
      ? /value="([^"]+)"/.exec(inside)?.[1] ?? ""
      : attribute(head, "value");
    const alone = ["radio", "submit"].includes(type) || short === "button";
    if (alone && given.has(name)) continue;
    given.add(name);
    yield { name, kind: typed ? "typed" : "given", value: value ?? "" };
  }
}

/** Kinds of inputs in which nobody writes. */
const GIVEN = ["hidden", "checkbox", "radio", "submit", "file", "time"];

function attribute(head: string, name: string): string | null {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(head)?.[1]?.replaceAll("&amp;", "&") ?? null;
}
