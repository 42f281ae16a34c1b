// @ts-check
/**
 * The search as one types: a combobox (WAI-ARIA) whose list comes from the server. With `data-search-call` the choice
 * says whose call it is, otherwise it opens the customer.
 */
import { around, find } from "../components/elements.js";
import { ask as askByHtmx } from "../components/htmx.js";
import { active, close, fieldOf, isOpen, isWaiting, move, show, stateOf } from "./search_box.js";
import { on } from "../shell/page_events.js";
import { isEnter } from "../components/typing.js";
import { worthAsking } from "../components/worth_asking.js";

const WAIT_MS = 110;
const END_MS = 60;

/** @type {import("../shell/regions.js").Mount} */
export function mount(box, { signal }) {
  /** @param {Event} event */
  const typed = (event) => {
    const composing = event instanceof InputEvent && event.isComposing;
    ask(box, worthAsking(fieldOf(box).value, composing), WAIT_MS);
    const state = stateOf(box);
    if (state.entered !== textOf(box)) state.entered = null;
    if (state.enter?.text !== textOf(box)) state.enter = null;
    else if (!composing) enter(box, state.enter.means);
  };
  /** @param {Event} event */
  const elsewhere = ({ target }) => {
    if (!(target instanceof Node && box.contains(target))) close(box);
  };
  box.addEventListener("keydown", (event) => press(box, event), { capture: true, signal });
  box.addEventListener("keyup", () => stateOf(box).entered = null, { signal });
  box.addEventListener("input", typed, { signal });
  box.addEventListener("compositionend", typed, { signal });
  box.addEventListener("mousedown", keepFocus, { signal });
  box.addEventListener("click", (event) => clicked(box, event), { signal });
  document.addEventListener("focusin", elsewhere, { signal });
  document.addEventListener("click", elsewhere, { signal });
  on("page:shown", () => {
    close(box);
    Object.assign(stateOf(box), { text: fieldOf(box).value, entered: null });
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
  // The last one wins: an older answer that is still under way is not waited for.
  state.request?.abort();
  if (text === "") close(box);
  else state.timer = setTimeout(() => load(box, text), wait);
  state.text = text;
}

/**
 * @param {HTMLElement} box
 * @param {string} text
 */
async function load(box, text) {
  const request = new AbortController();
  const state = stateOf(box);
  Object.assign(state, { timer: undefined, request });
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
    state.request = null;
    if (html === null) return failed(box);
    show(box, html);
    if (state.enter?.text === text) act(box, state.enter.means, true);
  } catch (error) {
    // Aborted, or the server is not there: the mark at the top says so. The next letter asks again.
    if (request.signal.aborted) return;
    if (!(error instanceof TypeError)) throw error;
    failed(box);
  }
}

/**
 * Whoever waits for the answer gets the page that says what is wrong.
 * @param {HTMLElement} box
 */
function failed(box) {
  const { enter } = stateOf(box);
  close(box);
  stateOf(box).text = null;
  if (enter !== null) showAll(box);
}

/**
 * What stands in the field, as it is asked for when no syllable is being composed.
 * @param {HTMLElement} box
 */
function textOf(box) {
  return worthAsking(fieldOf(box).value, false) ?? "";
}

/**
 * @param {HTMLElement} box
 * @param {KeyboardEvent} event
 */
function press(box, event) {
  if (isEnter(event)) return pressEnter(box, event);
  // The other keys that end a syllable are the input method's.
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
};

/**
 * An Enter that ends a Korean syllable means what every Enter means, as soon as the syllable has ended; browsers tell of
 * it once as the input method's key, and some once more after it. Of other writings it only chooses a letter.
 * @param {HTMLElement} box
 * @param {KeyboardEvent} event
 */
function pressEnter(box, event) {
  const means = event.shiftKey ? "list" : event.ctrlKey || event.metaKey ? "dial" : "open";
  const text = textOf(box);
  if (event.isComposing && !/[가-힣ㄱ-ㅣ]$/.test(text)) return;
  event.preventDefault();
  event.stopPropagation();
  if (!event.isComposing) return enter(box, means);
  const state = stateOf(box);
  state.enter = { means, text };
  // An input method that keeps the syllable for itself ends it no more.
  setTimeout(() => state.enter?.text === text && textOf(box) === text && enter(box, means), END_MS);
}

/**
 * Does what Enter means for the whole text: now, or when its answer has come.
 * @param {HTMLElement} box
 * @param {import("./search_box.js").EnterMeans} means
 */
function enter(box, means) {
  const state = stateOf(box);
  const text = textOf(box);
  state.enter = null;
  if (state.entered === text) return;
  ask(box, text, 0);
  if (means === "list" || !isWaiting(box)) act(box, means, false);
  else state.enter = { means, text };
}

/**
 * @param {HTMLElement} box
 * @param {import("./search_box.js").EnterMeans} means
 * @param {boolean} late whether the list has come behind the Enter: nobody has seen yet who is in it
 */
function act(box, means, late) {
  const state = stateOf(box);
  state.enter = null;
  state.entered = textOf(box);
  const option = isOpen(box) ? active(box) : null;
  if (option === null || means === "list") return showAll(box);
  // A guess is looked at first, and so is what says whose call it is.
  if (late && (option.closest("[role=group]") !== null || !(box instanceof HTMLFormElement))) {
    return;
  }
  if (means === "dial") dial(option);
  else choose(box, option);
}

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
