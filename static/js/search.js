/**
 * The search as one types: a combobox (WAI-ARIA) whose list comes from the server. Every `[data-search-box]` is one; with
 * `data-search-call` the choice says whose call it is, otherwise it opens the customer.
 */
const WAIT_MS = 110;
/** Of each box: what waits or is under way, and what was asked for last. */
const states = new WeakMap();
let boxes = 0;

export function startSearch() {
  document.addEventListener("keydown", shortcut);
  document.addEventListener("keydown", press, true);
  document.addEventListener("input", typed);
  document.addEventListener("compositionend", typed);
  document.addEventListener("focusin", focused);
  document.addEventListener("mousedown", keepFocus);
  document.addEventListener("click", clicked);
}

function shortcut(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  // By the key's place: under a Korean layout K gives a letter of its own.
  if (event.code !== "KeyK") return;
  event.preventDefault();
  const field = document.getElementById("search");
  field.focus();
  field.select();
}

function boxOf(target) {
  return target instanceof Element ? target.closest("[data-search-box]") : null;
}

function typed(event) {
  const box = boxOf(event.target);
  if (box !== null) ask(box, worthAsking(event.target.value, event.isComposing === true), WAIT_MS);
}

/**
 * What can be searched for of what stands in the field; null where that is nothing new yet. While a syllable is being
 * composed its first consonant stands alone: behind other syllables it is no word, and by itself it is only the beginning
 * of one. Consonants in a row are meant (ㄱㅁㅅ).
 */
export function worthAsking(value, composing) {
  const text = value.normalize("NFC").trim();
  if (!composing) return text;
  if (/^[\u3131-\u3163]$/.test(text)) return null;
  return /[^\u3131-\u3163\s][\u3131-\u3163]$/.test(text) ? text.slice(0, -1) : text;
}

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
    if (response.status === 401) return location.assign(response.headers.get("HX-Redirect"));
    const html = response.ok ? await response.text() : null;
    if (request.signal.aborted) return;
    if (html === null) close(box);
    else show(box, html);
  } catch (error) {
    // Aborted, or the server is not there: the mark at the top says so. The next letter asks again.
    if (error.name === "AbortError") return;
    stateOf(box).text = null;
    close(box);
  }
}

function show(box, html) {
  const list = listOf(box);
  list.innerHTML = html;
  const { id } = stateOf(box);
  const listbox = list.querySelector("[role=listbox]");
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

function close(box) {
  const state = stateOf(box);
  clearTimeout(state.timer);
  state.request?.abort();
  listOf(box).hidden = true;
  const field = fieldOf(box);
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

function press(event) {
  const box = boxOf(event.target);
  // The Enter that ends a syllable chooses nothing.
  if (box === null || event.isComposing || event.keyCode === 229) return;
  const act = KEYS[event.key];
  if (act !== undefined && act(box, event) !== false) {
    event.preventDefault();
    event.stopPropagation();
  }
}

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

/** The list of all that was found; a field that is no form has none. */
function showAll(box) {
  if (box instanceof HTMLFormElement) box.requestSubmit();
}

function escape(box) {
  const field = fieldOf(box);
  if (isOpen(box)) return close(box);
  stateOf(box).text = "";
  if (field.value === "") return field.blur();
  field.value = "";
}

function reopen(box) {
  stateOf(box).text = null;
  ask(box, worthAsking(fieldOf(box).value, false), 0);
}

function move(box, by) {
  const all = options(box);
  if (all.length === 0) return;
  const now = all.indexOf(active(box));
  activate(box, (now + by + all.length) % all.length);
}

function activate(box, index) {
  options(box).forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
  const option = options(box)[index];
  fieldOf(box).setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function choose(box, option) {
  const { searchCall: call, searchMerge: merge } = box.dataset;
  if (merge !== undefined) {
    return location.assign(`/customers/merge?id=${merge}&id=${option.dataset.found}`);
  }
  if (call === undefined) return location.assign(`/customers/${option.dataset.found}`);
  close(box);
  const target = box.dataset.searchTarget ?? null;
  htmx.ajax("POST", `/calls/${call}/customer`, {
    source: box,
    values: { customer: option.dataset.found },
    ...target === null ? { swap: "none" } : { target, swap: "innerHTML" },
  });
}

function dial(option) {
  const { number } = option.dataset;
  if (number === undefined || option.querySelector("[data-found-dial]") === null) return;
  htmx.ajax("POST", "/dial", { values: { number }, target: "#toasts", swap: "beforeend" });
}

function focused(event) {
  for (const box of document.querySelectorAll("[data-search-box]")) {
    if (!box.contains(event.target)) close(box);
  }
}

/** A click into the list leaves the cursor in the field. */
function keepFocus(event) {
  if (event.target.closest(".found_box") !== null) event.preventDefault();
}

function clicked(event) {
  const option = event.target.closest("[data-found]");
  const box = boxOf(event.target);
  if (option !== null && event.target.closest("[data-found-dial]") !== null) return dial(option);
  if (option !== null) return choose(box, option);
  if (box === null) focused(event);
}

function stateOf(box) {
  if (!states.has(box)) {
    states.set(box, { text: "", timer: null, request: null, id: `found-${boxes++}` });
  }
  return states.get(box);
}

const listOf = (box) => box.querySelector(".found_box");
const fieldOf = (box) => box.querySelector("input");
const options = (box) => [...listOf(box).querySelectorAll("[data-found]")];
const active = (box) => listOf(box).querySelector("[aria-selected=true]");
const isOpen = (box) => !listOf(box).hidden;
