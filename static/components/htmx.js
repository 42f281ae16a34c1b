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
 * @typedef {{ ajax(verb: string, url: string, options: AskOptions): Promise<void> }} Htmx
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
  const { htmx } = /** @type {{ htmx: Htmx }} */ (/** @type {unknown} */ (globalThis));
  return htmx.ajax(verb, url, options);
}

/**
 * Calls `hear` with what htmx knows of each of its events of this name on the page, until `signal`.
 * @param {"config:request" | "before:swap" | "after:swap" | "response:error"} name
 * @param {(context: HtmxContext, event: Event) => void} hear
 * @param {import("../shell/modules.js").Life} life
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
 * @param {import("../shell/modules.js").Life} life
 */
export function onSwap(hear, life) {
  onHtmx("after:swap", ({ target }) => hear(target instanceof Element ? target : null), life);
}
