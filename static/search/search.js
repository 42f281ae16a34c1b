// @ts-check
/**
 * The search as one types: a combobox (WAI-ARIA) whose list comes from the server. With `data-search-call` the choice
 * says whose call it is, otherwise it opens the customer.
 */
import { around, find } from "../components/elements.js";
import { ask as askByHtmx } from "../components/htmx.js";
import { active, close, fieldOf, isOpen, move, show, stateOf } from "./search_box.js";
import { on } from "../shell/page_events.js";
import { worthAsking } from "../components/worth_asking.js";

const WAIT_MS = 110;

/** @type {import("../shell/regions.js").Mount} */
export function mount(box, { signal }) {
  /** @param {Event} event */
  const typed = (event) => {
    const composing = event instanceof InputEvent && event.isComposing;
    ask(box, worthAsking(fieldOf(box).value, composing), WAIT_MS);
  };
  /** @param {Event} event */
  const elsewhere = ({ target }) => {
    if (!(target instanceof Node && box.contains(target))) close(box);
  };
  box.addEventListener("keydown", (event) => press(box, event), { capture: true, signal });
  box.addEventListener("input", typed, { signal });
  box.addEventListener("compositionend", typed, { signal });
  box.addEventListener("mousedown", keepFocus, { signal });
  box.addEventListener("click", (event) => clicked(box, event), { signal });
  document.addEventListener("focusin", elsewhere, { signal });
  document.addEventListener("click", elsewhere, { signal });
  on("page:shown", () => {
    close(box);
    stateOf(box).text = fieldOf(box).value;
  }, { signal });
  signal.addEventListener("abort", () => close(box));
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

/**
 * @param {HTMLElement} box
 * @param {KeyboardEvent} event
 */
function press(box, event) {
  // The Enter that ends a syllable chooses nothing.
  if (event.isComposing || event.keyCode === 229) return;
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

/**
 * A click into the list leaves the cursor in the field.
 * @param {Event} event
 */
function keepFocus(event) {
  if (around(event, ".found_box") !== null) event.preventDefault();
}

/**
 * @param {HTMLElement} box
 * @param {Event} event
 */
function clicked(box, event) {
  const option = around(event, "[data-found]");
  if (option === null) return;
  if (around(event, "[data-found-dial]") !== null) dial(option);
  else choose(box, option);
}
