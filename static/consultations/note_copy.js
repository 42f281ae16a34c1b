// @ts-check
/**
 * What was typed and is not yet known to be on the server, kept in this browser: a dead server, a closed tab or a
 * crash lose nothing. One copy a call and person; it goes as soon as the server has the text.
 */
/**
 * The fields, the version they build on, and the texts the server may have.
 * @typedef {{
 *   readonly note: import("./note_fields.js").Note,
 *   readonly version: string,
 *   readonly known: readonly string[],
 * }} Copy
 */
const PREFIX = "belltower:note:";
const KEEP_MS = 30 * 24 * 3600 * 1000;

/** @param {string} callId */
function keyOf(callId) {
  return `${PREFIX}${document.documentElement.dataset.person}:${callId}`;
}

/**
 * @param {string} callId
 * @param {Copy} copy
 */
export function keepCopy(callId, copy) {
  localStorage.setItem(keyOf(callId), JSON.stringify({ ...copy, at: Date.now() }));
}

/**
 * @param {string} callId
 * @returns {Copy | null}
 */
export function copyOf(callId) {
  const kept = localStorage.getItem(keyOf(callId));
  return kept === null ? null : JSON.parse(kept);
}

/** @param {string} callId */
export function dropCopy(callId) {
  localStorage.removeItem(keyOf(callId));
}

/**
 * Calls of this person with a copy that nobody has touched for `ms`; those of last month are thrown away.
 * @param {number} ms
 */
export function oldCopies(ms) {
  const prefix = keyOf("");
  const calls = [];
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(PREFIX)) continue;
    const age = Date.now() - JSON.parse(localStorage.getItem(key) ?? "{}").at;
    if (age > KEEP_MS) localStorage.removeItem(key);
    else if (key.startsWith(prefix) && age > ms) calls.push(key.slice(prefix.length));
  }
  return calls;
}
