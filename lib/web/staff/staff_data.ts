/** What the views of staff accounts are given (as view_data.ts). */
import type { TypedAccount } from "../../desk/staff/account_rules.ts";
import type { StaffSkill } from "../../store/staff_skills.ts";
import type { Language, Role } from "../../domain/staff.ts";
import type { SessionView, SignInView } from "../account/account_data.ts";

type Errors = Readonly<Record<string, string>>;

export interface StaffRowView {
  readonly id: number;
  readonly name: string;
  readonly login: string;
  readonly role: Role;
  /** Their names; empty for none. */
  readonly extensions: string;
  readonly active: boolean;
  /** Where the last sign-in came from; null for who never signed in. */
  readonly signedIn: SignInView | null;
  /** Whether they are at a browser now. */
  readonly here: boolean;
}

/** `staff/staff_list` */
export interface StaffListView {
  readonly rows: readonly StaffRowView[];
}

/** `staff/staff_form` */
export interface StaffFormView {
  /** Null for a new account. */
  readonly id: number | null;
  /** As stored; empty for a new account. */
  readonly title: string;
  readonly typed: TypedAccount;
  readonly errors: Errors;
  readonly roles: readonly Role[];
  readonly languages: readonly Language[];
  /** Those that are free, and the own ones. */
  readonly extensions: readonly {
    readonly value: string;
    readonly text: string;
    readonly chosen: boolean;
  }[];
  readonly active: boolean;
  /** What is anybody's again once it is out of use, in a sentence; empty where it is not in use, or new. */
  readonly leaves: string;
  /** It is the account of the person who looks at it. */
  readonly self: boolean;
  readonly leastPassword: number;
  readonly passwordError: string;
  readonly signedIn: SignInView | null;
  readonly sessions: readonly SessionView[];
  /** Every skill of the office's list; `level` is null where they do not have it. */
  readonly skills: readonly StaffSkill[];
  readonly levels: readonly number[];
  /** What was done just now, in a sentence; empty for nothing. */
  readonly done: string;
}
