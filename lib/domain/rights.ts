import { type Role, ROLES } from "./staff.ts";

/**
 * What somebody may do beyond asking for a page, and the least role that it takes; which page takes which role stands
 * in lib/web/routes.ts. Nothing else in the program compares roles.
 */
export const RIGHTS = {
  /** Hear of every call, and see on the board who is called. The operator does so too, whatever the role. */
  hear_every_call: "supervisor",
  /** Dial from another extension than one's own. */
  dial_from_any_extension: "supervisor",
  /** Write in a consultation that somebody else has saved; a draft stays its author's. */
  correct_consultations: "supervisor",
  /** Hang files on calls that were not one's own. */
  attach_to_any_call: "supervisor",
  /** Take away files, and bring them back, that somebody else brought. */
  remove_any_file: "supervisor",
  /** Be offered what is behind the supervisors' pages: reports, imports, duplicates, campaigns. */
  supervise: "supervisor",
  /** Be offered the settings and what they keep, as the audit; one account at least has this right. */
  administer: "admin",
  /** Be warned on every page when the last good backup is too old. */
  hear_of_backups: "admin",
  /** Be told on every page when the disk has little room left. */
  hear_of_free_space: "admin",
  hear_of_certificates: "admin",
  /** Hear of every frame that comes over a line. */
  watch_lines: "admin",
  /** Read the figures for Prometheus from another machine. */
  read_metrics: "admin",
  /** Sign in from any address although the own extension is tied to one: somebody must be able to untie it. */
  sign_in_from_anywhere: "admin",
} as const satisfies Readonly<Record<string, Role>>;
export type Right = keyof typeof RIGHTS;

/** Whether a person of this role may do that. */
export function may(role: Role, right: Right): boolean {
  return reaches(role, RIGHTS[right]);
}

/** Every right with whether that role has it; for nobody at all, null, none. */
export function rightsOf(role: Role | null): Readonly<Record<Right, boolean>> {
  const rights = Object.keys(RIGHTS) as Right[];
  const pairs = rights.map((right) => [right, role !== null && may(role, right)]);
  return Object.fromEntries(pairs);
}

/** Whether a role is `least` or more than it. */
export function reaches(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}
