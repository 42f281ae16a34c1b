import { deepEqual, ok } from "node:assert/strict";
import { CUSTOMER_FIELDS } from "../../lib/domain/customer_fields.ts";
import { AUTHORITY_FILE, TRUST_PROBE } from "../../lib/web/guard/access.ts";
import type { Route } from "../../lib/web/route.ts";
import { ROUTES } from "../../lib/web/routes.ts";
import { found, ownStatic, type Source, sourcesUnder } from "../support/sources.ts";

/**
 * What a page is wired with are strings on two sides: a URL and its route, a data attribute and who reads it, an id and
 * who points at it, a field and who takes it. Each must have its other side.
 */
const VIEWS = sourcesUnder("views", ".eta");
const SCRIPTS = ownStatic(".js");
const STYLES = ownStatic(".css");
const WEB = sourcesUnder("lib/web", ".ts").filter(({ path }) => !path.endsWith("/routes.ts"));

/** What a template or a `${}` puts in: anything. */
const ANY = "…";

/** A template without its code: `<%= path %>` is `{path}`, whatever else it prints is anything, the rest is all there. */
function printed(text: string): string {
  return text.replace(/<%([=~]?)(.*?)%>/gs, (_, prints: string, code: string) => {
    if (prints === "") return " ";
    return /^ \w+ $/.test(code) ? `{${code.trim()}}` : ANY;
  });
}

const filled = (text: string) => text.replace(/\$?\{[^}]*\}/g, ANY);
const names = (...args: Parameters<typeof found>) =>
  new Set(found(...args).map(({ name }) => name));

const PAGES = VIEWS.map(({ path, text }) => ({ path, text: printed(text) }));
/** The code in the views, where URLs are chosen. */
const CODE = VIEWS.map(({ path, text }) => ({
  path,
  text: [...text.matchAll(/<%(.*?)%>/gs)].map(([, code]) => code).join("\n"),
}));

/** A URL that something asks for; `method` is null where that is not seen here. */
interface Asked {
  readonly method: string | null;
  readonly url: string;
  readonly path: string;
}

/** What the name of an attribute says of the method; a form's is said beside it. */
const METHOD_OF: Readonly<Record<string, string>> = {
  "href": "GET",
  "hx-get": "GET",
  "hx-post": "POST",
};

function askedByPage({ path, text }: Source): Asked[] {
  const code = CODE.find((one) => one.path === path)?.text ?? "";
  const tags = [...text.matchAll(/<[a-z][^<>]*>/g)].map(([tag]) => tag);
  return tags.flatMap((tag) =>
    [...tag.matchAll(/\s(action|href|hx-get|hx-post|data-[a-z-]+)="([/{][^"]*)"/g)].flatMap(
      ([, name = "", value = ""]) => {
        const formMethod = /\smethod="post"/.test(tag) ? "POST" : "GET";
        const method = name === "action" ? formMethod : METHOD_OF[name] ?? null;
        return urlsOf(value, code).map((url) => ({ method, url, path }));
      },
    )
  );
}

/** What stands in an attribute; where it begins with a name, with each of the paths that the view gives it. */
function urlsOf(value: string, code: string): string[] {
  const [, name, rest = ""] = /^\{(\w+)\}(.*)$/.exec(value) ?? [];
  if (name === undefined) return [filled(value)];
  const made = new RegExp(`\\b${name} = ([^;]*);`).exec(code)?.[1] ?? "";
  return [...made.matchAll(/["'`](\/[^"'`]*)/g)].map(([, base = ""]) => filled(base + rest));
}

/** What a script, a view's code or the server says: the method is seen where it stands beside the URL. */
function askedByCode({ path, text }: Source): Asked[] {
  return [...text.matchAll(/["'`](\/[a-z](?:\$\{[^}]*\}|[^"'`\s{])*)["'`]/g)].map((match) => {
    const [before, behind] = [text.slice(0, match.index).slice(-60), text.slice(match.index)];
    const isFetch = /\bfetch\(\s*$/.test(before);
    const method = /"(GET|POST)",\s*$/.exec(before)?.[1] ??
      (isFetch ? /^[^;]*?method: "(\w+)"/.exec(behind)?.[1] ?? "GET" : null) ??
      (/\b(?:redirect|assign)\($/.test(before) ? "GET" : null);
    return { method, url: filled(match[1] ?? ""), path };
  });
}

const ASKED = [
  ...PAGES.flatMap(askedByPage),
  ...[...CODE, ...SCRIPTS, ...WEB].flatMap(askedByCode),
];

/** A segment that is anything fits every other; one that only ends so may also be without its end. */
function leadsTo({ method, url }: Asked, route: Route): boolean {
  if (method !== null && route.method !== method) return false;
  const path = url.split(/[?#]/)[0] ?? "";
  const variants = /[^/]…$/.test(path)
    ? [path.slice(0, -1), `${path.slice(0, -1)}/${ANY}`]
    : [path];
  const theirs = route.path.split("/");
  return variants.some((variant) => {
    if (theirs.at(-1) === "*") return variant.startsWith(route.path.slice(0, -1));
    const mine = variant.split("/");
    return mine.length === theirs.length && theirs.every((segment, at) => {
      const own = mine[at] ?? "";
      return segment.startsWith(":") ? own !== "" : own === segment || own === ANY;
    });
  });
}

/** Paths that stand in the sources and are no URLs of ours. */
const NO_URLS = ["/dev/ttyUSB0"];

Deno.test("every URL that a view, a script or an answer names leads to a route of that method", () => {
  ok(ASKED.length > 300, `${ASKED.length} URLs were found: too few to be all`);
  const strangers = ASKED.filter((one) => !ROUTES.some((route) => leadsTo(one, route)));
  deepEqual(strangers.filter(({ url }) => !NO_URLS.includes(url)), []);
});

/** What browsers find by addresses that are put together in parts, and strangers by one that they are told. */
const NOT_SEEN_HERE = [
  AUTHORITY_FILE,
  TRUST_PROBE,
  // Prometheus asks for it.
  "/metrics",
  ...["types", "grades", "breaks", "skills"].map((list) => `/settings/${list}/:id`),
  // Scripts may know it.
  "/missed/:id",
  ...["now", "live"].map((part) => `/wall/:token/${part}`),
];

Deno.test("every route has a view, a script or an answer that leads to it", () => {
  const unreached = ROUTES.filter((route) => !ASKED.some((one) => leadsTo(one, route)));
  deepEqual(unreached.map(({ path }) => path).sort(), NOT_SEEN_HERE.sort());
});

Deno.test("every icon that a view names is in the sprite, and nothing else is", () => {
  const drawn = names([{
    path: "sprite",
    text: Deno.readTextFileSync("static/icons/sprite.svg"),
  }], /<symbol id="([^"]+)"/g);
  const named = names(CODE, /components\/icon", \{ name: "([^"]+)"/g);
  ok(named.size > 20, `${named.size} icons were found: too few to be all`);
  deepEqual(named.difference(drawn), new Set());
  // Some are chosen by code, and named there.
  const said = [...VIEWS, ...SCRIPTS, ...WEB].map(({ text }) => text).join("\n");
  const isSaid = (name: string) => said.includes(`"${name}"`) || said.includes(`#${name}"`);
  deepEqual([...drawn].filter((name) => !isSaid(name)), []);
});

/** The table of modules (`name: () => import("../path.js")`). */
const TABLE = Deno.readTextFileSync("static/shell/modules.js");
const MODULES = [...TABLE.matchAll(/^ {2}(\w+): \(\) => import\("([^"]+)"\),$/gm)].map(
  ([, name = "", path = ""]) => ({
    name,
    path: new URL(path, "file:///static/shell/").pathname.slice(1),
  }),
);

/** The modules that a view names for its regions, and where. */
const NAMED = found(VIEWS, /\bdata-module="([^"]*)"/g).flatMap(({ name, path }) =>
  name.split(" ").map((module) => ({ module, path }))
);

Deno.test("every module that a region names is there, and every one that is there has a region", () => {
  const named = new Set(NAMED.map(({ module }) => module));
  const brought = names(VIEWS, /\bdata-brings="([^"]*)"/g);
  const there = new Set(MODULES.map(({ name }) => name));
  ok(there.size > 30, `${there.size} modules were found: too few to be all`);
  deepEqual({ missing: named.difference(there), idle: there.difference(named) }, {
    missing: new Set(),
    idle: new Set(),
  });
  deepEqual(new Set([...brought].flatMap((some) => some.split(" "))).difference(named), new Set());
});

/** The scripts that pages name themselves: of every page, of its first paint, of the shared worker, of the page of trust. */
const ENTRIES = ["shell/page.js", "shell/theme.js", "shell/live_worker.js", "trust/trust.js"];

Deno.test("each module is its file's `mount`, is loaded by its name alone, and each script is of some use to one", () => {
  const mounting = SCRIPTS.filter(({ text }) => /^export function mount\(/m.test(text));
  const names = MODULES.map(({ name }) => name);
  deepEqual(names, names.toSorted());
  deepEqual(MODULES.map(({ path }) => path).sort(), mounting.map(({ path }) => path).sort());
  const imported = SCRIPTS.flatMap(({ path, text }) =>
    [...text.matchAll(/\bfrom "(\.[^"]+)"/g)].map(([, to = ""]) =>
      new URL(to, `file:///${path}`).pathname.slice(1)
    )
  );
  const used = new Set([
    ...imported,
    ...MODULES.map(({ path }) => path),
    ...ENTRIES.map((path) => `static/${path}`),
  ]);
  deepEqual(SCRIPTS.map(({ path }) => path).filter((path) => !used.has(path)), []);
});

/** The views that a view puts into itself, and those into them. */
function includedIn(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const code = CODE.find((one) => one.path === path)?.text ?? "";
  for (const [, name = ""] of code.matchAll(/\binclude\("@([^"]+)"/g)) {
    includedIn(`views/${name}.eta`, seen);
  }
  return seen;
}

Deno.test("what a module alone looks for stands on no page that does not name the module", () => {
  const layout = new Set(
    NAMED.filter(({ path }) => includedIn("views/layout.eta").has(path)).map(({ module }) =>
      module
    ),
  );
  const pages = VIEWS.filter(({ text }) => text.startsWith('<% layout("@layout") %>'));
  ok(pages.length > 40, `${pages.length} pages were found: too few to be all`);
  const strangers = Object.entries(lookedForBy()).flatMap(([name, module]) => {
    if (layout.has(module) || WHERE_A_PANEL_IS === name) return [];
    return pages.filter(({ path }) => {
      const views = includedIn(path);
      const writes = VIEWS.some((view) =>
        views.has(view.path) && new RegExp(`\\sdata-${name}\\b`).test(view.text)
      );
      return writes && !NAMED.some((one) => one.module === module && views.has(one.path));
    }).map(({ path }) => ({ path, name, module }));
  });
  deepEqual(strangers, []);
});

/** Written by parts that are told whether they stand in a panel. */
const WHERE_A_PANEL_IS = "then-panel";

/** Of each data attribute that one module's file alone selects: the module. */
function lookedForBy(): Record<string, string> {
  const selected = found(SCRIPTS, /\[data-([a-z-]+)/g);
  const moduleAt = (path: string) => MODULES.find((module) => module.path === path)?.name;
  const one: Record<string, string> = {};
  for (const name of new Set(selected.map((place) => place.name))) {
    const paths = new Set(selected.filter((place) => place.name === name).map(({ path }) => path));
    const [path = ""] = paths;
    const module = paths.size === 1 ? moduleAt(path) : undefined;
    if (module !== undefined) one[name] = module;
  }
  return one;
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

Deno.test("every data attribute of a view is read by a script or a style, and none is looked for that nobody writes", () => {
  const written = names(VIEWS, /\bdata-([a-z][a-z-]*)/g);
  const selected = names([...SCRIPTS, ...STYLES, ...VIEWS], /\[data-([a-z-]+)/g);
  const asProperty = new Set(
    found(SCRIPTS, /(?:\.|[{,]\s*|\bword\(")([a-z][A-Za-z]*)\b/g).map(({ name }) => kebab(name)),
  );
  const asked = new Set(
    found(SCRIPTS, /dataset(?:\?)?\.([A-Za-z]+)\b(?! = )/g).map(({ name }) => kebab(name)),
  );
  const set = new Set(found(SCRIPTS, /dataset\.([A-Za-z]+) = /g).map(({ name }) => kebab(name)));
  deepEqual({
    unread: written.difference(selected).difference(asProperty),
    unwritten: selected.union(asked).difference(written).difference(set),
  }, { unread: new Set(), unwritten: new Set() });
});

Deno.test("every id that a view, a script or an answer points at is on a page", () => {
  const ids = new Set(
    [
      ...names(PAGES, /\sid="([^"]+)"/g),
      ...names(CODE, /\bid: ["'`]([^"'`]+)["'`]/g),
    ].map(filled),
  );
  const pointedAt = [
    ...found(PAGES, /\s(?:hx-target|hx-select|href)="#([^"\s]+)/g),
    ...found(
      PAGES,
      /\s(?:aria-controls|aria-labelledby|aria-describedby|for|form|list)="([^"]*)"/g,
    ),
    ...found(SCRIPTS, /(?:ById\("|(?:querySelector|find|need)\("#)([a-z][a-z_-]*)/g),
    ...found(WEB, /"#([a-z][a-z_-]*)"/g),
  ].flatMap(({ name, path }) => filled(name).trim().split(/\s+/).map((id) => ({ id, path })));
  deepEqual(pointedAt.filter(({ id }) => !ids.has(id)), []);
});

/** Browsers keep a password by the name that stands beside it. */
const OF_BROWSERS = ["username"];

Deno.test("every field that a page sends has somebody on the server who takes it", () => {
  const fields = new Set(
    [
      ...names(PAGES, /<(?:input|select|textarea|button)\s(?:[^<>]*\s)?name="([^"]+)"/g),
      ...names(CODE, /\b(?:text_field|zone_field)", \{ name: "([^"]+)"/g),
    ].map((name) => filled(name).split(ANY)[0] ?? ""),
  );
  // A customer's fields are taken by the one description of them all.
  const described = Object.keys(CUSTOMER_FIELDS).map((name) => `"${name}"`);
  const code = [...WEB.map(({ text }) => text), ...described].join("\n");
  const untaken = [...fields].filter((name) =>
    name !== "" && !OF_BROWSERS.includes(name) &&
    !new RegExp(`["'\`]${name.replace(/\.$/, "")}(?:["'.]|\\$|_)`).test(code)
  );
  deepEqual(untaken, []);
});
