// @ts-check
/** What the server answers a navigation with. */
import { find } from "../components/elements.js";

/**
 * A page in the shell that is open; or something that the browser has to open by itself: another session's page, one of
 * a newer program or without a shell, a file.
 * @typedef {{ readonly kind: "page", readonly url: string, readonly redirected: boolean, readonly page: Document }} PageAnswer
 * @typedef {PageAnswer | { readonly kind: "other", readonly url: string }} Answer
 */

/**
 * What the shell itself is made of, and cannot change while it stays: the words, whose it is, the version of the program.
 */
const MADE_OF = ["lang", "data-session-key", "data-person", "data-live-worker"];

/**
 * Asks for a page, or sends a form. Throws a TypeError where the server is not reached.
 * @param {string} url
 * @param {FormData | null} form
 * @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
export async function askForPage(url, form, signal) {
  const response = await fetch(url, {
    headers: { accept: "text/html" },
    signal,
    ...form === null ? {} : { method: "POST", body: fieldsOf(form) },
  });
  const other = /** @type {const} */ ({ kind: "other", url: response.url });
  if (!response.headers.get("content-type")?.startsWith("text/html")) {
    response.body?.cancel();
    return other;
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  // What was sent is not sent again: an answer to it is shown where it was asked for, whoever made it.
  const isFinal = form !== null && !response.redirected;
  if (!isFinal && !isOfThisShell(page)) return other;
  return { kind: "page", url: response.url, redirected: response.redirected, page };
}

/** @param {FormData} form */
function fieldsOf(form) {
  return new URLSearchParams([...form].map(([name, value]) => [name, String(value)]));
}

/** @param {Document} page */
function isOfThisShell({ documentElement: theirs, body }) {
  const ours = document.documentElement;
  return find("#main", body) !== null &&
    MADE_OF.every((name) => ours.getAttribute(name) === theirs.getAttribute(name));
}
