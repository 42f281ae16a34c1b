// @ts-check
/** Where somebody was on a page of the history: how far it was scrolled, and what had the focus. */
import { all, find, need } from "../components/elements.js";
import { hashId } from "./hash_id.js";

/** What scrolls by itself within a page. */
const SCROLLERS = "#main, .list_side, .panel";
const MOST_KEPT = 100;

/** @typedef {{ readonly scrolled: readonly number[], readonly focused: string | null }} Place */
/** @type {Map<string, Place>} */
const places = new Map();

/**
 * Keeps where one is now on the page of that entry of the history.
 * @param {string} key
 */
export function keepPlace(key) {
  places.delete(key);
  places.set(key, {
    scrolled: all(SCROLLERS).map((one) => one.scrollTop),
    focused: selectorOf(document.activeElement),
  });
  for (const oldest of places.keys()) {
    if (places.size > MOST_KEPT) places.delete(oldest);
  }
}

/**
 * Goes back to where one was; to the beginning where that is not known.
 * @param {string} key
 */
export function returnToPlace(key) {
  const { scrolled = [], focused = null } = places.get(key) ?? {};
  const element = focused === null ? null : find(focused);
  if (element === null) goToBeginning();
  else element.focus({ preventScroll: true });
  all(SCROLLERS).forEach((one, index) => one.scrollTop = scrolled[index] ?? 0);
}

/**
 * Goes to what the hash of a new page's URL names, or to the beginning, from where whoever works by keys or listens goes
 * on. It takes the cursor from nobody who writes beside the page.
 * @param {string} hash
 */
export function goToBeginning(hash = "") {
  const main = need("#main");
  main.scrollTop = 0;
  const named = hash === "" ? null : document.getElementById(hashId(hash));
  named?.scrollIntoView();
  const first = find("[autofocus]", main);
  const writes = document.activeElement?.closest("#card, #drawer, dialog") ?? null;
  if (writes === null || first !== null) (first ?? main).focus({ preventScroll: true });
}

/** @param {Element | null} element */
function selectorOf(element) {
  if (element === null || element === document.body) return null;
  if (element.id !== "") return `#${CSS.escape(element.id)}`;
  const href = element.getAttribute("href");
  return href === null ? null : `a[href="${CSS.escape(href)}"]`;
}
