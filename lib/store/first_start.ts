import { type List, LISTS } from "../domain/list_word.ts";
import { rolesThatMay } from "../domain/role_permissions.ts";
import type { ExtensionKind } from "../domain/extension.ts";
import type { Language, Staff } from "../domain/staff.ts";
import type { Store } from "./database.ts";
import { assignExtension } from "./extensions.ts";
import { createLine, type LineInput } from "./line_settings.ts";
import { replaceWords } from "./list_words.ts";
import { setOffice } from "./office_settings.ts";
import { createStaff, hasActive, staffById } from "./staff.ts";

/** Whether anybody has an account, also one that is not active any more. */
export function hasAccounts(store: Store): boolean {
  return store.get("SELECT 1 FROM staff LIMIT 1") !== undefined;
}

/** Whether somebody can set up the office. */
export function hasAdministrator(store: Store): boolean {
  return hasActive(store, rolesThatMay("staff.manage"), null);
}

/** Everything that the first start asks for. */
export interface OfficeSetup {
  readonly admin: {
    readonly login: string;
    readonly name: string;
    readonly passwordHash: string;
    /** Null for none. */
    readonly extension: string | null;
  };
  readonly officeName: string;
  readonly language: Language;
  /** Null where it is fixed elsewhere. */
  readonly timeZone: string | null;
  /** Null for later. */
  readonly line: LineInput | null;
  /** The lists in the office's language, for an office that has written nothing yet. */
  readonly words: Readonly<Record<List, readonly string[]>>;
  readonly extensions: readonly { readonly number: string; readonly kind: ExtensionKind }[];
}

/**
 * Sets up the office, all of it or nothing, and returns its administrator; null where somebody else was faster.
 * Throws `AlreadyTaken` where the login, the extension or the device is somebody's.
 */
export function setUpOffice(store: Store, setup: OfficeSetup, now: number): Staff | null {
  return store.transaction(() => {
    if (hasAdministrator(store)) return null;
    const { admin: { extension, ...account }, officeName: name, language, timeZone, line } = setup;
    const zone = timeZone === null ? {} : { timeZone };
    setOffice(store, { name, language, ...zone });
    if (isBlank(store)) LISTS.forEach((list) => replaceWords(store, list, setup.words[list]));
    for (const { number, kind } of setup.extensions) layOut(store, number, kind);
    const { id } = createStaff(store, { ...account, role: "admin", language }, now);
    if (extension !== null) assignExtension(store, extension, id);
    if (line !== null) createLine(store, line);
    return staffById(store, id);
  });
}

/** Nothing was written yet that could hold a word of a list. */
function isBlank(store: Store): boolean {
  return store.get(
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM consultations) OR EXISTS (SELECT 1 FROM customers)",
  ) === undefined;
}

/** What an extension of this number has already, its agent among it, stays. */
function layOut(store: Store, number: string, kind: ExtensionKind): void {
  store.run(
    `INSERT INTO extensions (number, kind) VALUES (?, ?)
     ON CONFLICT (number, coalesce(line_id, 0)) DO UPDATE SET kind = excluded.kind`,
    number,
    kind,
  );
}
