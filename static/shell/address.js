// @ts-check
/** The address follows what the page shows, so that it can be loaded anew, gone back to, and sent to somebody. */

/** @type {AbortSignal | null} */
let leaving = null;

/**
 * Somebody goes to another page from now on: until what is returned is called, or `signal`.
 * @param {AbortSignal} signal
 */
export function leave(signal) {
  leaving = signal;
  return () => {
    if (leaving === signal) leaving = null;
  };
}

/**
 * A new step of the history, behind the one of what the page showed before.
 * @param {string} url
 */
export function pushAddress(url) {
  if (isNew(url)) history.pushState(null, "", url);
}

/**
 * The step of the history that the page is at says something else.
 * @param {string} url
 */
export function replaceAddress(url) {
  if (isNew(url)) history.replaceState(null, "", url);
}

/** @param {string} url */
function isNew(url) {
  const { pathname, search } = location;
  return !isLeaving() && url !== pathname + search;
}

/** Any note in the history ends a navigation that is under way: nobody would come to the page that they asked for. */
function isLeaving() {
  return leaving !== null && !leaving.aborted;
}
