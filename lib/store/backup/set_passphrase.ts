import type { Store } from "../database.ts";
import { setSetting } from "../settings.ts";
import {
  dropOfficePassphrase,
  ENCRYPTED_SINCE,
  keepOfficePassphrase,
} from "./office_passphrase.ts";

/**
 * Sets the passphrase of the office's backups; null: they are plain from now on. Whenever the program dies, the office
 * does not make plain backups without having said so.
 */
export function setPassphrase(
  store: Store,
  data: string,
  passphrase: string | null,
  now: number,
): void {
  if (passphrase !== null) keepOfficePassphrase(data, passphrase);
  setSetting(store, ENCRYPTED_SINCE, passphrase === null ? "" : String(now));
  if (passphrase === null) dropOfficePassphrase(data);
}
