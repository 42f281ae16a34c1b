// @ts-check
/** Elements of the page, found by a selector; all of ours are HTML. */

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
