import { type Permission, PERMISSIONS } from "./permission.ts";
import { type Role, ROLES } from "./staff.ts";

const AGENT: readonly Permission[] = [
  "desk.use",
  "account.use",
  "calls.see",
  "calls.export",
  "calls.link",
  "calls.dial",
  "calls.control",
  "work.do",
  "customers.see",
  "customers.edit",
  "consultations.see",
  "consultations.write",
  "files.see",
  "files.add",
  "board.see",
  "campaigns.call",
];

const SUPERVISOR: readonly Permission[] = [
  ...AGENT,
  "calls.hear_all",
  "calls.dial_from_any_extension",
  "calls.listen",
  "work.change_any",
  "customers.merge",
  "customers.import",
  "customers.export",
  "consultations.correct",
  "consultations.export",
  "files.add_to_any_call",
  "files.remove_any",
  "wall.manage",
  "campaigns.manage",
  "reports.see",
];

/** What each role may. Nothing else in the program knows roles. */
const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  agent: AGENT,
  supervisor: SUPERVISOR,
  admin: PERMISSIONS,
};

/** Whether a person of this role may do that. */
export function may(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].includes(permission);
}

/** Every permission with whether that role has it; for nobody at all, null, none. */
export function permissionsOf(role: Role | null): Readonly<Record<Permission, boolean>> {
  const pairs = PERMISSIONS.map((permission) =>
    [permission, role !== null && may(role, permission)] as const
  );
  return Object.fromEntries(pairs) as Record<Permission, boolean>;
}

/** The roles that may do that. */
export function rolesThatMay(permission: Permission): readonly Role[] {
  return ROLES.filter((role) => may(role, permission));
}
