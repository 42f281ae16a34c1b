import type { Store } from "./database.ts";
import { setSetting, setting } from "./settings.ts";

/** How large files may be, in megabytes of 1024 × 1024 bytes, each from 1 to its `most`. */
export const UPLOAD_LIMITS = {
  /** One file. */
  file: { key: "attachment_limit_mb", usual: 25, most: 2048 },
  /** All files of a person on one day. */
  day: { key: "attachment_day_mb", usual: 1024, most: 1_000_000 },
} as const;

export type UploadLimit = keyof typeof UPLOAD_LIMITS;

export function uploadLimitMb(store: Store, limit: UploadLimit): number {
  const { key, usual, most } = UPLOAD_LIMITS[limit];
  const stored = Number(setting(store, key) ?? usual);
  return Number.isInteger(stored) && stored >= 1 && stored <= most ? stored : usual;
}

/** `megabytes` is a whole number from 1 to the limit's `most`. */
export function setUploadLimit(store: Store, limit: UploadLimit, megabytes: number): void {
  setSetting(store, UPLOAD_LIMITS[limit].key, String(megabytes));
}
