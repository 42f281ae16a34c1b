import { keep } from "../base/keep.ts";
import { REMOVED_DAYS } from "../domain/attachment.ts";
import { abandonUnfinished, purgeAttachments } from "../store/attachment_content.ts";
import type { Store } from "../store/database.ts";

const DAY_MS = 86_400_000;
const SLICE_PAUSE_MS = 50;
const EVERY_MS = 60_000;

/**
 * Deletes files that were taken away long enough ago, and what is left of uploads that broke off, a few pieces
 * at a time; from now on and every minute, until the signal.
 */
export function startAttachmentKeeper(store: Store, signal: AbortSignal): void {
  const startedAt = Date.now();
  const round = () => {
    abandonUnfinished(store, startedAt);
    const more = purgeAttachments(store, Date.now() - REMOVED_DAYS * DAY_MS);
    return more ? SLICE_PAUSE_MS : EVERY_MS;
  };
  keep({ what: "the removal of old files", first: SLICE_PAUSE_MS, round }, signal);
}
