// @ts-check
/** Elements of the page, found by a selector; all that our views and scripts name are HTML. */

/**
 * The first element that fits, or null.
 * @param {string} selector
 * @param {ParentNode} place
 * @returns {HTMLElement | null}
 */
export function find(selector, place = document) {
  return place.querySelector(selector);
}

/**
 * The same where the page always has one; throws an Error where it has none.
 * @param {string} selector
 * @param {ParentNode} place
 * @returns {HTMLElement}
 */
export function need(selector, place = document) {
  const found = find(selector, place);
  if (found === null) throw new Error(`${selector} is not on this page; its view should have it`);
  return found;
}

/**
 * The same where it must be of one kind: `needA(HTMLInputElement, "#search")`.
 * @template {HTMLElement} Kind
 * @param {new () => Kind} kind
 * @param {string} selector
 * @param {ParentNode} place
 * @returns {Kind}
 */
export function needA(kind, selector, place = document) {
  const found = need(selector, place);
  if (!(found instanceof kind)) {
    throw new Error(`${selector} is no ${kind.name}; its view should say one`);
  }
  return found;
}

/**
 * Every element that fits, in the page's order, as they are now.
 * @param {string} selector
 * @param {ParentNode} place
 * @returns {HTMLElement[]}
 */
export function all(selector, place = document) {
  /** @type {NodeListOf<HTMLElement>} */
  const found = place.querySelectorAll(selector);
  return [...found];
}

/**
 * The element that fits and in which the event happened, or null.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function around(event, selector) {
  return event.target instanceof Element ? event.target.closest(selector) : null;
}

/**
 * The form around the event where it is one that fits, or null.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLFormElement | null}
 */
export function formAround(event, selector) {
  const form = around(event, selector);
  return form instanceof HTMLFormElement ? form : null;
}
