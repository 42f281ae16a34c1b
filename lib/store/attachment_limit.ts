import type { Store } from "./database.ts";
import { setSetting, setting } from "./settings.ts";

const KEY = "attachment_limit_mb";
const DEFAULT_MB = 25;
export const MOST_MB = 2048;

/** How large a file may be, in megabytes of 1024 × 1024 bytes. */
export function attachmentLimitMb(store: Store): number {
  const stored = Number(setting(store, KEY) ?? DEFAULT_MB);
  return Number.isInteger(stored) && stored >= 1 && stored <= MOST_MB ? stored : DEFAULT_MB;
}

/** `megabytes` is a whole number from 1 to `MOST_MB`. */
export function setAttachmentLimit(store: Store, megabytes: number): void {
  setSetting(store, KEY, String(megabytes));
}
