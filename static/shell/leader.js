// @ts-check
/** Whether this page is the one of the browser's pages that does a thing of which once is enough. */
/** @type {Set<string>} */
const leading = new Set();

/**
 * Stands for the leadership of `name`; it passes on when the page that has it closes.
 * @param {string} name
 */
export function standFor(name) {
  /** @type {Partial<Navigator>} */
  const { locks } = navigator;
  if (locks === undefined) {
    leading.add(name);
    return;
  }
  locks.request(`belltower:${name}`, () => {
    leading.add(name);
    return new Promise(() => {});
  });
}

/** @param {string} name */
export function leads(name) {
  return leading.has(name);
}
