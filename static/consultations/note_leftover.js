// @ts-check
import { copyOf, dropCopy, oldCopies } from "./note_copy.js";
import { noteForms } from "./note_fields.js";
import { draftUrl, sendDraft } from "./note_send.js";
import { on } from "../shell/page_events.js";

/** A copy touched a moment ago belongs to a tab that is still sending it. */
const LEFT_ALONE_MS = 20_000;

/**
 * Sends the copies of notes that are on no page now, left by a tab that was closed while the server was away.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(_body, life) {
  on("live:connected", sendOldCopies, life);
}

async function sendOldCopies() {
  for (const callId of oldCopies(LEFT_ALONE_MS)) {
    // A form that is here sends its own.
    if (noteForms().some((form) => form.dataset.note === callId)) continue;
    const copy = copyOf(callId);
    if (copy === null) continue;
    const answer = await sendDraft(draftUrl(callId), copy.note, copy.version);
    if (answer.outcome === "saved") dropCopy(callId);
    if (answer.outcome === "unreachable") return;
  }
}
