// @ts-check
/** What we use of htmx, which its own script puts into the page before ours run. */
/**
 * @typedef {{
 *   source?: Element,
 *   target?: Element | string,
 *   swap?: string,
 *   select?: string,
 *   headers?: Record<string, string>,
 *   values?: Record<string, string>,
 * }} AskOptions
 * @typedef {{
 *   insertContent(task: { target: Element, swapSpec: string, fragment: DocumentFragment }): Promise<void>,
 * }} HtmxParts
 * @typedef {{
 *   ajax(verb: string, url: string, options: AskOptions): Promise<void>,
 *   process(place: Element): void,
 *   trigger(place: Element, name: "htmx:abort"): void,
 *   registerExtension(name: string, extension: { init(parts: HtmxParts): void }): void,
 * }} Htmx
 * @typedef {{ readonly method: string, readonly body: FormData | URLSearchParams }} HtmxRequest
 * @typedef {{
 *   readonly target: Element | string | null,
 *   readonly request: HtmxRequest,
 *   readonly response: { readonly status: number, readonly headers: Headers },
 * }} HtmxContext
 */

/**
 * Asks the server, and puts the answer where `options` say.
 * @param {"GET" | "POST"} verb
 * @param {string} url
 * @param {AskOptions} options
 */
export function ask(verb, url, options) {
  return htmx().ajax(verb, url, options);
}

/**
 * What was asked for in the name of this place, and is under way, changes nothing any more.
 * @param {Element} place
 */
export function abortAsked(place) {
  htmx().trigger(place, "htmx:abort");
}

/** @type {HtmxParts | undefined} */
let parts;

/**
 * Puts content into a place in the stead of what is there, of which htmx lets go; with null, htmx learns of what
 * the place has in it already.
 * @param {Element} place
 * @param {DocumentFragment | null} fragment
 */
export function insert(place, fragment) {
  if (fragment === null) return htmx().process(place);
  if (parts === undefined) {
    htmx().registerExtension("belltower", {
      init(its) {
        parts = its;
      },
    });
  }
  parts?.insertContent({ target: place, swapSpec: "innerHTML", fragment });
}

function htmx() {
  return (/** @type {{ htmx: Htmx }} */ (/** @type {unknown} */ (globalThis))).htmx;
}

/**
 * Calls `hear` with what htmx knows of each of its events of this name on the page, until `signal`.
 * @param {"config:request" | "before:swap" | "after:swap" | "response:error"} name
 * @param {(context: HtmxContext, event: Event) => void} hear
 * @param {import("../shell/regions.js").Life} life
 */
export function onHtmx(name, hear, { signal }) {
  document.addEventListener(`htmx:${name}`, (event) => {
    hear(/** @type {CustomEvent<{ ctx: HtmxContext }>} */ (event).detail.ctx, event);
  }, { signal });
}

/**
 * Calls `hear` after something was put into the page, with its place: null where the place is gone, as a button that
 * asked and was replaced.
 * @param {(place: Element | null) => void} hear
 * @param {import("../shell/regions.js").Life} life
 */
export function onSwap(hear, life) {
  onHtmx("after:swap", ({ target }) => hear(target instanceof Element ? target : null), life);
}
