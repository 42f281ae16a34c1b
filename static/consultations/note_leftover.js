// @ts-check
import { copyOf, dropCopy, oldCopies } from "./note_copy.js";
import { draftUrl, sendDraft } from "./note_send.js";

/** A copy touched a moment ago belongs to a tab that is still sending it. */
const LEFT_ALONE_MS = 20_000;

/**
 * Sends the copies of notes that are on no card now, left by a tab that was closed while the server was away.
 * @param {readonly string[]} shown the calls of which this page has the form: it sends them itself
 */
export async function sendOldCopies(shown) {
  for (const callId of oldCopies(LEFT_ALONE_MS)) {
    if (shown.includes(callId)) continue;
    const copy = copyOf(callId);
    if (copy === null) continue;
    const answer = await sendDraft(draftUrl(callId), copy.note, copy.version);
    if (answer.outcome === "saved") dropCopy(callId);
    if (answer.outcome === "unreachable") return;
  }
}
