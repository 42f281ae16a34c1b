// @ts-check
import { find } from "../components/elements.js";

/**
 * What the server says of a draft; `html` is its words. The `version` of a conflict is the one stored now. Saved without
 * words is what an earlier answer, lost on the way, would have told.
 * @typedef {{ readonly outcome: "saved", readonly html: string | null, readonly version: string }} Saved
 * @typedef {{ readonly outcome: "conflict", readonly html: string, readonly version: string }} Conflict
 * @typedef {{ readonly outcome: "refused", readonly html: string | null }} Refused
 * @typedef {Saved | Conflict | Refused | { readonly outcome: "unreachable" }} DraftAnswer
 * @typedef {import("./note_fields.js").Note} Note
 */

/**
 * Sends a draft. Signed out: the page goes to the sign-in.
 * @param {string} url
 * @param {Note} note
 * @param {string} version
 * @returns {Promise<DraftAnswer>}
 */
export async function sendDraft(url, note, version) {
  let response;
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { "HX-Request": "true" },
      body: new URLSearchParams({ ...note, version }),
      // Lets a draft arrive though its page is being left. Browsers limit the size of such requests.
      keepalive: note.text.length < 15_000,
    });
  } catch (error) {
    if (error instanceof TypeError) return { outcome: "unreachable" };
    throw error;
  }
  if (response.status === 401) {
    location.assign(response.headers.get("HX-Redirect") ?? "/login");
    return { outcome: "unreachable" };
  }
  if (response.status >= 500 || response.status === 429) return { outcome: "unreachable" };
  if (![200, 409, 422].includes(response.status)) return { outcome: "refused", html: null };
  return understand(response.status, await response.text(), note);
}

/**
 * @param {number} status
 * @param {string} html
 * @param {Note} note
 * @returns {DraftAnswer}
 */
function understand(status, html, note) {
  if (status === 422) return { outcome: "refused", html };
  const answer = new DOMParser().parseFromString(html, "text/html");
  const version = find("[data-version]", answer)?.dataset.version;
  // Something else than the note was refused.
  if (version === undefined) return { outcome: "refused", html: null };
  if (status === 200) return { outcome: "saved", html, version };
  const theirs = find("[data-conflict-text]", answer)?.textContent;
  const theirType = find("[data-conflict-type]", answer)?.textContent ?? "";
  // What is stored is what we wanted to store: our own saving, whose answer was lost on the way.
  if (theirs === note.text && theirType === note.type) {
    return { outcome: "saved", html: null, version };
  }
  return { outcome: "conflict", html, version };
}

/**
 * Where the note of a call (`17`), or a consultation without one (`c5`), is kept while it is typed.
 * @param {string} key
 */
export function draftUrl(key) {
  return key.startsWith("c") ? `/consultations/${key.slice(1)}/draft` : `/calls/${key}/draft`;
}
