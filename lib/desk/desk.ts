import type { Permission } from "../domain/permission.ts";
import { may } from "../domain/role_permissions.ts";
import type { Staff } from "../domain/staff.ts";
import type { Change } from "../store/customers.ts";
import type { Store } from "../store/database.ts";
import type { ProblemCode } from "./problem.ts";

/** Where a use case is asked for: by whom, when, and what it is stored in. */
export interface Desk {
  /** Writes in the name of whoever asks. */
  readonly store: Store;
  /** One of the staff; or whoever sits at the server, by a shell or the code of the first start, who may do anything. */
  readonly by: Staff | "console";
  /** ms since the epoch, UTC. */
  readonly now: number;
  /**
   * The same as it would begin now: for a use case that has waited for something, since accounts, roles and rows change
   * meanwhile. Throws where they may not ask any more.
   */
  readonly again: () => Desk;
}

/** The same for what nobody does but as one of the staff. */
export interface StaffDesk extends Desk {
  readonly by: Staff;
  readonly again: () => StaffDesk;
}

/** Somebody asked for what they may not do. */
export class NotPermitted extends Error {
  override readonly name = "NotPermitted";
  constructor(readonly login: string, readonly permission: Permission) {
    super(`${login} may not do this; expected the permission ${permission}`);
  }
}

/** Somebody asked for what they may do with their own, and this is not theirs; `code` says so. */
export class NotYours extends Error {
  override readonly name = "NotYours";
  constructor(login: string, what: string, readonly code: ProblemCode) {
    super(`${what} is not ${login}'s`);
  }
}

/** Whether whoever asks may do that. */
export function mayAt({ by }: Pick<Desk, "by">, permission: Permission): boolean {
  return by === "console" || may(by.role, permission);
}

/** Throws `NotPermitted` where they may not. */
export function requireMay(desk: Desk, permission: Permission): void {
  if (desk.by !== "console" && !mayAt(desk, permission)) {
    throw new NotPermitted(desk.by.login, permission);
  }
}

/** Who changes something here, and when, as rows keep it. */
export function changeBy({ by, now }: Desk): Change {
  return { by: by === "console" ? null : by.id, at: now };
}
