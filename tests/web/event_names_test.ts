import { deepEqual } from "node:assert/strict";
import { LIVE_EVENTS } from "../../static/shell/live_events.js";
import { found, ownStatic, sourcesUnder } from "../support/sources.ts";

/**
 * The names of events are strings on two sides: what says them, and what hears them. Types hold them to one list
 * (LiveData, AnswerName, PageData) where they are TypeScript or checked JavaScript; this holds the rest.
 */
const SERVER = sourcesUnder("lib", ".ts");
const SCRIPTS = ownStatic(".js");
const VIEWS = sourcesUnder("views", ".eta");
const HTMX = Deno.readTextFileSync("static/vendor/htmx.min.js");

const namesIn = (...args: Parameters<typeof found>) =>
  new Set(found(...args).map(({ name }) => name));

/** What modules and regions of pages hear, and what the stream's own scripts do: `on("call", …)`, `name === "hello"`, `hx-trigger="call from:document"`. */
const heardByScripts = namesIn(SCRIPTS, /\bon\(\s*"([^"]+)"/g);
const heardInStream = namesIn(SCRIPTS, /\bname === "([^"]+)"/g).intersection(
  new Set<string>(LIVE_EVENTS),
);
const triggers = found(VIEWS, /hx-trigger="([^"]*)"/g).flatMap(({ name: list, path }) =>
  list.split(",").map((trigger) => ({ trigger: trigger.trim(), path }))
);
const heardByViews = new Set(triggers.map(({ trigger }) => trigger.split(" ")[0] ?? ""));
const heard = heardByScripts.union(heardInStream).union(heardByViews);

const sent = namesIn(SERVER, /\bname: "([^"]+)",\s*data\b/g);
const answered = namesIn(SERVER, /\btrigger: "([^"]+)"/g);
const toldByPages = namesIn(SCRIPTS, /\btell\(\s*"([^"]+)"/g);

/** What browsers and htmx say by themselves. */
const OF_BROWSERS = new Set([
  ...["abort", "beforeunload", "change", "click", "close", "compositionend", "compositionstart"],
  ...["connect", "dragenter", "dragleave", "dragover", "drop", "error", "focusin", "focusout"],
  ...[
    "input",
    "keydown",
    "keyup",
    "load",
    "loadend",
    "message",
    "mousedown",
    "navigate",
    "offline",
  ],
  ...["online", "pagehide", "pageshow", "pointerdown", "popstate", "progress", "submit"],
  ...["toggle", "visibilitychange"],
]);
const TRIGGERS_OF_HTMX = new Set(["load", "every", "revealed"]);

Deno.test("every event of the stream is sent by the server and heard by a page", () => {
  const names = new Set<string>(LIVE_EVENTS);
  deepEqual({ unsent: names.difference(sent), unheard: names.difference(heard) }, {
    unsent: new Set(),
    unheard: new Set(),
  });
});

Deno.test("what an answer says has happened is heard, and pages hear nothing that nobody tells", () => {
  const told = answered.union(toldByPages);
  const known = new Set<string>([...LIVE_EVENTS, ...OF_BROWSERS, ...TRIGGERS_OF_HTMX]);
  deepEqual({ unheard: told.difference(heard), untold: heard.difference(told).difference(known) }, {
    unheard: new Set(),
    untold: new Set(),
  });
});

Deno.test("a script hears by its list of names, or what browsers and htmx say", () => {
  const ofBrowsers = namesIn(SCRIPTS, /addEventListener\(\s*"([^"]+)"/g);
  const ofHtmx = namesIn(SCRIPTS, /\bonHtmx\(\s*"([^"]+)"/g);
  deepEqual(ofBrowsers.difference(OF_BROWSERS), new Set());
  deepEqual([...ofHtmx].filter((name) => !HTMX.includes(`"htmx:${name}"`)), []);
  const others = found(SCRIPTS, /(addEventListener\((?!\s*")|dispatchEvent\(|htmx\.trigger\()/g);
  deepEqual(others.map(({ path }) => path), [
    "static/components/htmx.js",
    "static/consultations/note_callback.js",
    "static/shell/live_stream.js",
    "static/shell/page_events.js",
    "static/shell/page_events.js",
    // as typing would
    // the list itself
    // what is the one way, twice
  ]);
});

Deno.test("a region of a page hears the stream and answers where they are told: on the document", () => {
  const elsewhere = triggers.filter(({ trigger }) => {
    const [name = "", ...rest] = trigger.split(" ");
    const isTold = LIVE_EVENTS.includes(name as typeof LIVE_EVENTS[number]) || answered.has(name) ||
      name === "live:connected";
    return isTold && rest.join(" ") !== "from:document";
  });
  deepEqual(elsewhere, []);
});
