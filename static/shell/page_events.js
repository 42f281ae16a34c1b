// @ts-check
/**
 * What happens on a page, by names that are checked: what the stream brings, what an answer to htmx says (HX-Trigger),
 * and what one module tells another or a region of the page. Views hear the same names in hx-trigger.
 */
/**
 * @typedef {import("../../lib/live/live_event.ts").LiveData} LiveData
 * @typedef {import("../../lib/live/answer_event.ts").AnswerName} AnswerName
 * @typedef {Record<string, never>} Nothing
 * `place`: of the event among all, as `eventPlace` has it.
 * @typedef {LiveData["changed"] & { readonly place: number }} Change
 */
/**
 * What pages tell themselves. `live:connected` comes when events may have been missed before it: everything is to be
 * asked for anew; `missed` says that this page has, and not only may have. `live:resumed` comes when all that was
 * missed is told behind it, but for what the server does not keep. The others: the card shows another call; somebody
 * wants its customer beside it, or the dial pad, with this number; a region is to ask for itself anew; another page stands in the shell.
 * @typedef {{
 *   "live:connected": { readonly missed: boolean },
 *   "live:resumed": Nothing,
 *   "card:changed": { readonly call: string | null },
 *   "card:refresh": Nothing,
 *   "detail:wanted": { readonly call: string | null },
 *   "list:refresh": Nothing,
 *   "pad:open": Nothing,
 *   "page:shown": Nothing,
 *   "pad:wanted": { readonly number: string },
 *   "wall:refresh": Nothing,
 * }} PageData
 */
/** @typedef {Omit<LiveData, "changed"> & { "changed": Change } & Record<AnswerName, Nothing> & PageData} EventData */

/**
 * Calls `hear` with the detail of every event of this name on `place` or in it, until `signal`. It is the document, and
 * not the body, where nothing else is said: htmx tells it there what an answer says, once the element that asked is gone.
 * @template {keyof EventData} Name
 * @param {Name} name
 * @param {(detail: EventData[Name], event: Event) => void} hear
 * @param {{ readonly signal: AbortSignal, readonly place?: EventTarget }} life
 */
export function on(name, hear, { signal, place = document }) {
  place.addEventListener(
    name,
    (event) => hear(/** @type {CustomEvent<EventData[Name]>} */ (event).detail, event),
    { signal },
  );
}

/**
 * Tells `place` and what is around it that it has happened.
 * @template {keyof EventData} Name
 * @param {Name} name
 * @param {EventData[Name]} detail
 * @param {EventTarget} place
 */
export function tell(name, detail, place = document) {
  place.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
}
