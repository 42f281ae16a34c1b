import { copyOf, dropCopy, oldCopies } from "./note_copy.js";
import { sendDraft } from "./note_send.js";

/** A copy touched a moment ago belongs to a tab that is still sending it. */
const LEFT_ALONE_MS = 20_000;

/** Copies of notes that are on no card now, left by a tab that was closed while the server was away. `shown` is left to its form. */
export async function sendOldCopies(shown) {
  for (const callId of oldCopies(LEFT_ALONE_MS)) {
    if (callId === shown) continue;
    const copy = copyOf(callId);
    if (copy === null) continue;
    const answer = await sendDraft(callId, copy.note, copy.version);
    if (answer.outcome === "saved") dropCopy(callId);
    if (answer.outcome === "unreachable") return;
  }
}
