// @ts-check
/**
 * The place of an event of the stream among all that have happened, by its ID; 0 for none.
 * @param {string} [id]
 */
export function eventPlace(id = "") {
  return Number.parseInt(id, 10) || 0;
}
