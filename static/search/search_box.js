// @ts-check
/** A search box as it is seen: its field, the list below it, and the entry that Enter would take. */
import { all, find, need, needA } from "../components/elements.js";

/**
 * Of a box: what was asked for last (null: it failed, and may be asked for again), what waits or is under way, what an
 * Enter waits to do, for what text the last one did it, and by what the list is named.
 * @typedef {"open" | "dial" | "list"} EnterMeans
 * @typedef {{
 *   text: string | null,
 *   timer: number | undefined,
 *   request: AbortController | null,
 *   enter: { readonly means: EnterMeans, readonly text: string } | null,
 *   entered: string | null,
 *   readonly id: string,
 * }} BoxState
 */
/** @type {WeakMap<HTMLElement, BoxState>} */
const states = new WeakMap();
let boxes = 0;

/**
 * @param {HTMLElement} box
 * @returns {BoxState}
 */
export function stateOf(box) {
  const known = states.get(box);
  if (known !== undefined) return known;
  const state = {
    text: "",
    timer: undefined,
    request: null,
    enter: null,
    entered: null,
    id: `found-${boxes++}`,
  };
  states.set(box, state);
  return state;
}

/**
 * Whether the answer to what was asked for last has not come yet.
 * @param {HTMLElement} box
 */
export function isWaiting(box) {
  const { timer, request } = stateOf(box);
  return timer !== undefined || request !== null;
}

/**
 * @param {HTMLElement} box
 * @param {string} html
 */
export function show(box, html) {
  const list = listOf(box);
  list.innerHTML = html;
  const { id } = stateOf(box);
  const listbox = need("[role=listbox]", list);
  listbox.id = `${id}-list`;
  options(box).forEach((option, index) => option.id = `${id}-option-${index}`);
  const field = fieldOf(box);
  field.setAttribute("aria-controls", listbox.id);
  field.setAttribute("aria-expanded", "true");
  field.removeAttribute("aria-activedescendant");
  list.hidden = false;
  // Whose number it is exactly, or whose name: most are meant by the first.
  if (options(box).length > 0) activate(box, 0);
}

/** @param {HTMLElement} box */
export function close(box) {
  const state = stateOf(box);
  // What is under way is given up: the same text is asked for anew.
  if (isWaiting(box)) state.text = null;
  clearTimeout(state.timer);
  state.request?.abort();
  Object.assign(state, { timer: undefined, request: null, enter: null });
  listOf(box).hidden = true;
  const field = fieldOf(box);
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

/**
 * @param {HTMLElement} box
 * @param {1 | -1} by
 */
export function move(box, by) {
  const found = options(box);
  if (found.length === 0) return;
  const chosen = active(box);
  const now = chosen === null ? -1 : found.indexOf(chosen);
  activate(box, (now + by + found.length) % found.length);
}

/**
 * @param {HTMLElement} box
 * @param {number} index
 */
function activate(box, index) {
  options(box).forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
  const option = options(box)[index];
  if (option === undefined) return;
  fieldOf(box).setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

/** @param {HTMLElement} box */
const listOf = (box) => need(".found_box", box);
/** @param {HTMLElement} box */
export const fieldOf = (box) => needA(HTMLInputElement, "input", box);
/** @param {HTMLElement} box */
const options = (box) => all("[data-found]", listOf(box));
/** @param {HTMLElement} box */
export const active = (box) => find("[aria-selected=true]", listOf(box));
/** @param {HTMLElement} box */
export const isOpen = (box) => !listOf(box).hidden;
