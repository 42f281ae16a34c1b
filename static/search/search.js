// @ts-check
/**
 * The search as one types: a combobox (WAI-ARIA) whose list comes from the server. Every `[data-search-box]` is one; with
 * `data-search-call` the choice says whose call it is, otherwise it opens the customer.
 */
import { all, around, find, needA } from "../components/elements.js";
import { ask as askByHtmx } from "../components/htmx.js";
import { active, close, fieldOf, isOpen, move, show, stateOf } from "./search_box.js";
import { worthAsking } from "../components/worth_asking.js";

const WAIT_MS = 110;

export function startSearch() {
  document.addEventListener("keydown", shortcut);
  document.addEventListener("keydown", press, true);
  document.addEventListener("input", typed);
  document.addEventListener("compositionend", typed);
  document.addEventListener("focusin", focused);
  document.addEventListener("mousedown", keepFocus);
  document.addEventListener("click", clicked);
}

/** @param {KeyboardEvent} event */
function shortcut(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  // By the key's place: under a Korean layout K gives a letter of its own.
  if (event.code !== "KeyK") return;
  event.preventDefault();
  const field = needA(HTMLInputElement, "#search");
  field.focus();
  field.select();
}

/** @param {Event} event */
function boxOf(event) {
  return around(event, "[data-search-box]");
}

/** @param {Event} event */
function typed(event) {
  const box = boxOf(event);
  const composing = event instanceof InputEvent && event.isComposing;
  if (box !== null) ask(box, worthAsking(fieldOf(box).value, composing), WAIT_MS);
}

/**
 * @param {HTMLElement} box
 * @param {string | null} text
 * @param {number} wait ms
 */
function ask(box, text, wait) {
  if (text === null) return;
  const state = stateOf(box);
  if (text === state.text) return;
  clearTimeout(state.timer);
  state.text = text;
  // The last one wins: an older answer that is still under way is not waited for.
  state.request?.abort();
  if (text === "") return close(box);
  state.timer = setTimeout(() => load(box, text), wait);
}

/**
 * @param {HTMLElement} box
 * @param {string} text
 */
async function load(box, text) {
  const request = new AbortController();
  stateOf(box).request = request;
  const query = new URLSearchParams({ q: text });
  if (box.dataset.searchCall) query.set("call", box.dataset.searchCall);
  try {
    const response = await fetch(`/search?${query}`, {
      headers: { "HX-Request": "true" },
      signal: request.signal,
    });
    if (response.status === 401) {
      return location.assign(response.headers.get("HX-Redirect") ?? "/login");
    }
    const html = response.ok ? await response.text() : null;
    if (request.signal.aborted) return;
    if (html === null) close(box);
    else show(box, html);
  } catch (error) {
    // Aborted, or the server is not there: the mark at the top says so. The next letter asks again.
    if (request.signal.aborted) return;
    if (!(error instanceof TypeError)) throw error;
    stateOf(box).text = null;
    close(box);
  }
}

/** @param {KeyboardEvent} event */
function press(event) {
  const box = boxOf(event);
  // The Enter that ends a syllable chooses nothing.
  if (box === null || event.isComposing || event.keyCode === 229) return;
  const act = KEYS[event.key];
  if (act !== undefined && act(box, event) !== false) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/**
 * What a key does; false where it is left to the browser.
 * @type {Readonly<Record<string, (box: HTMLElement, event: KeyboardEvent) => void | false>>}
 */
const KEYS = {
  ArrowDown: (box) => isOpen(box) ? move(box, 1) : reopen(box),
  ArrowUp: (box) => isOpen(box) && move(box, -1),
  Escape: escape,
  Tab: (box) => {
    close(box);
    return false;
  },
  Enter: (box, event) => {
    const option = isOpen(box) ? active(box) : null;
    const wanted = stateOf(box).text;
    // What is shown answers what was typed before: the list of all answers this.
    const stale = worthAsking(fieldOf(box).value, false) !== wanted;
    if (option === null || stale || event.shiftKey) return showAll(box);
    if (event.ctrlKey || event.metaKey) dial(option);
    else choose(box, option);
  },
};

/**
 * The list of all that was found; a field that is no form has none.
 * @param {HTMLElement} box
 */
function showAll(box) {
  if (box instanceof HTMLFormElement) box.requestSubmit();
}

/** @param {HTMLElement} box */
function escape(box) {
  const field = fieldOf(box);
  if (isOpen(box)) return close(box);
  stateOf(box).text = "";
  if (field.value === "") return field.blur();
  field.value = "";
}

/** @param {HTMLElement} box */
function reopen(box) {
  stateOf(box).text = null;
  ask(box, worthAsking(fieldOf(box).value, false), 0);
}

/**
 * @param {HTMLElement} box
 * @param {HTMLElement} option
 */
function choose(box, option) {
  const { searchCall: call, searchMerge: merge, searchTarget: target } = box.dataset;
  const { found: customer = "" } = option.dataset;
  if (merge !== undefined) return location.assign(`/customers/merge?id=${merge}&id=${customer}`);
  if (call === undefined) return location.assign(`/customers/${customer}`);
  close(box);
  askByHtmx("POST", `/calls/${call}/customer`, {
    source: box,
    values: { customer },
    ...target === undefined ? { swap: "none" } : { target, swap: "innerHTML" },
  });
}

/** @param {HTMLElement} option */
function dial(option) {
  const { number } = option.dataset;
  if (number === undefined || find("[data-found-dial]", option) === null) return;
  askByHtmx("POST", "/dial", { values: { number }, target: "#toasts", swap: "beforeend" });
}

/** @param {Event} event */
function focused({ target }) {
  for (const box of all("[data-search-box]")) {
    if (!(target instanceof Node && box.contains(target))) close(box);
  }
}

/**
 * A click into the list leaves the cursor in the field.
 * @param {Event} event
 */
function keepFocus(event) {
  if (around(event, ".found_box") !== null) event.preventDefault();
}

/** @param {Event} event */
function clicked(event) {
  const [option, box] = [around(event, "[data-found]"), boxOf(event)];
  if (option !== null && around(event, "[data-found-dial]") !== null) return dial(option);
  if (option !== null && box !== null) return choose(box, option);
  if (box === null) focused(event);
}
