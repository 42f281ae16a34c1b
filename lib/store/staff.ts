import type { ExtensionKind, OwnExtension } from "../domain/extension.ts";
import type { Language, Role, Staff } from "../domain/staff.ts";
import type { Store } from "./database.ts";
import { AlreadyTaken, NotFound } from "./errors.ts";
import { officeLanguage } from "./office_settings.ts";

/** A new member of the staff; `passwordHash` comes from `hashPassword`. */
export interface NewStaff {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  /** The office's where it is not said. */
  readonly language?: Language;
  readonly passwordHash: string;
  /** Somebody else knows the password: its owner is to give another one. */
  readonly mustChangePassword?: boolean;
}

/** A person with one of their extensions; the extension's columns are null for who has none. */
export interface StaffRow {
  id: number;
  login: string;
  name: string;
  role: Role;
  language: Language;
  active: number;
  extension_id: number | null;
  line_id: number | null;
  number: string;
  kind: ExtensionKind;
  extension_address: string;
}

/** The columns that `staffOf` reads, from `staff` joined with their extensions `own`: a row for each extension. */
export const STAFF_COLUMNS = `staff.id, staff.login, staff.name, staff.role, staff.language,
  staff.active, own.id AS extension_id, own.line_id, own.number, own.kind,
  own.address AS extension_address`;

/** The rows of one person, at least one, in the order of their extensions. */
export function staffOf(rows: readonly StaffRow[]): Staff {
  const { id, login, name, role, language, active } = rows[0] as StaffRow;
  const extensions = rows.flatMap(extensionsOf);
  return {
    id,
    login,
    name,
    role,
    language,
    active: active === 1,
    extensions,
    operator: extensions.some(({ kind }) => kind === "operator"),
  };
}

function extensionsOf(row: StaffRow): OwnExtension[] {
  const { extension_id: id, line_id: line, number, kind, extension_address: address } = row;
  return id === null ? [] : [{ id, line, number, kind, address }];
}

export function staffById(store: Store, id: number): Staff | null {
  const rows = store.all<StaffRow>(
    `SELECT ${STAFF_COLUMNS} FROM staff LEFT JOIN extensions AS own ON own.staff_id = staff.id
     WHERE staff.id = ? ORDER BY own.line_id, own.number`,
    id,
  );
  return rows.length === 0 ? null : staffOf(rows);
}

/** Who has this login (capital letters do not matter), with what the password is checked against. */
export function staffByLogin(
  store: Store,
  login: string,
): { readonly staff: Staff; readonly passwordHash: string } | null {
  const rows = store.all<StaffRow & { password_hash: string }>(
    `SELECT ${STAFF_COLUMNS}, staff.password_hash
     FROM staff LEFT JOIN extensions AS own ON own.staff_id = staff.id
     WHERE staff.login = ? ORDER BY own.line_id, own.number`,
    login,
  );
  const [first] = rows;
  return first === undefined ? null : { staff: staffOf(rows), passwordHash: first.password_hash };
}

/** What the password of an account is checked against; null where there is no account. */
export function passwordHashOf(store: Store, id: number): string | null {
  const row = store.get<{ hash: string }>(
    "SELECT password_hash AS hash FROM staff WHERE id = ?",
    id,
  );
  return row?.hash ?? null;
}

/** Everybody, the inactive too, by name. */
export function listStaff(store: Store): Staff[] {
  const rows = store.all<StaffRow>(
    `SELECT ${STAFF_COLUMNS} FROM staff LEFT JOIN extensions AS own ON own.staff_id = staff.id
     ORDER BY staff.name, staff.id, own.line_id, own.number`,
  );
  return [...Map.groupBy(rows, ({ id }) => id).values()].map(staffOf);
}

/** Throws `AlreadyTaken` when somebody has the login. */
export function createStaff(store: Store, staff: NewStaff, now: number): Staff {
  return store.transaction(() => {
    if (staffByLogin(store, staff.login) !== null) throw new AlreadyTaken("login", staff.login);
    const { id } = store.run(
      `INSERT INTO staff
         (login, name, role, language, password_hash, must_change_password, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      staff.login,
      staff.name,
      staff.role,
      staff.language ?? officeLanguage(store),
      staff.passwordHash,
      staff.mustChangePassword ? 1 : 0,
      now,
    );
    return known(store, id);
  });
}

/**
 * Gives a new password and ends every session: whoever came in with the old one is out. With `mustChange`
 * its owner is asked for another one at the next sign-in.
 */
export function setPassword(
  store: Store,
  id: number,
  passwordHash: string,
  mustChange = false,
): void {
  store.transaction(() => {
    change(store, "UPDATE staff SET password_hash = ? WHERE id = ?", passwordHash, id);
    change(
      store,
      "UPDATE staff SET must_change_password = ? WHERE id = ?",
      mustChange ? 1 : 0,
      id,
    );
    store.run("DELETE FROM sessions WHERE staff_id = ?", id);
  });
}

/** What an administrator changes of a person. */
export interface StaffChange {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
}

/** Throws `NotFound`, and `AlreadyTaken` when somebody else has the login. */
export function updateStaff(store: Store, id: number, changed: StaffChange): void {
  store.transaction(() => {
    const same = staffByLogin(store, changed.login);
    if (same !== null && same.staff.id !== id) throw new AlreadyTaken("login", changed.login);
    const { login, name, role, language } = changed;
    const { changes } = store.run(
      "UPDATE staff SET login = ?, name = ?, role = ?, language = ? WHERE id = ?",
      login,
      name,
      role,
      language,
      id,
    );
    if (changes === 0) throw new NotFound("staff", id);
  });
}

/** Whether anybody has one of these roles and an active account; `butId` does not count, null for nobody. */
export function hasActive(store: Store, roles: readonly Role[], butId: number | null): boolean {
  return store.get(
    `SELECT 1 FROM staff WHERE role IN (SELECT value FROM json_each(?)) AND active = 1
       AND id IS NOT ? LIMIT 1`,
    JSON.stringify(roles),
    butId,
  ) !== undefined;
}

export function setLanguage(store: Store, id: number, language: Language): void {
  change(store, "UPDATE staff SET language = ? WHERE id = ?", language, id);
}

/** An inactive person keeps everything but the way in: sessions end, the extensions become free. */
export function setActive(store: Store, id: number, active: boolean): void {
  store.transaction(() => {
    change(store, "UPDATE staff SET active = ? WHERE id = ?", active ? 1 : 0, id);
    if (active) return;
    store.run("DELETE FROM sessions WHERE staff_id = ?", id);
    store.run("UPDATE extensions SET staff_id = NULL WHERE staff_id = ?", id);
  });
}

function change(store: Store, sql: string, value: string | number, id: number): void {
  if (store.run(sql, value, id).changes === 0) throw new NotFound("staff", id);
}

function known(store: Store, id: number): Staff {
  const staff = staffById(store, id);
  if (staff === null) throw new NotFound("staff", id);
  return staff;
}
