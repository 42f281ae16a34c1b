import type { Store } from "./database.ts";
import { setSetting, setting } from "./settings.ts";

/** How much people may send, in megabytes of 1024 × 1024 bytes, each from its `least` to its `most`. */
export const UPLOAD_LIMITS = {
  /** One file. */
  file: { key: "attachment_limit_mb", usual: 25, least: 1, most: 2048 },
  /** All files of a person on one day. */
  day: { key: "attachment_day_mb", usual: 1024, least: 1, most: 1_000_000 },
  /** By how much the database may grow by all that a person writes on one day, beside those files. */
  written: { key: "written_day_mb", usual: 1024, least: 100, most: 1_000_000 },
} as const;

export type UploadLimit = keyof typeof UPLOAD_LIMITS;

export function uploadLimitMb(store: Store, limit: UploadLimit): number {
  const { key, usual, most } = UPLOAD_LIMITS[limit];
  const stored = Number(setting(store, key) ?? usual);
  return Number.isInteger(stored) && stored >= 1 && stored <= most ? stored : usual;
}

/** `megabytes` is a whole number from the limit's `least` to its `most`. */
export function setUploadLimit(store: Store, limit: UploadLimit, megabytes: number): void {
  setSetting(store, UPLOAD_LIMITS[limit].key, String(megabytes));
}
