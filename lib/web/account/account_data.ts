/** What the views of the own account, and of the browsers of one are given (as view_data.ts). */
import type { TimeView } from "../basic_data.ts";

type Errors = Readonly<Record<string, string>>;

/** Where a sign-in came from, and when. */
export interface SignInView {
  readonly at: TimeView;
  readonly address: string;
}

/** A signed-in browser. */
export interface SessionView {
  /** Names it, and opens nothing. */
  readonly key: string;
  /** `Chrome · Windows` */
  readonly browser: string;
  readonly address: string;
  readonly createdAt: TimeView;
  readonly seenAt: TimeView;
  /** It is the one that asks. */
  readonly own: boolean;
}

/** `account/account_show` */
export interface AccountView {
  readonly login: string;
  readonly sessions: readonly SessionView[];
  /** From where they have signed in, the latest first. */
  readonly addresses: readonly {
    readonly address: string;
    readonly firstAt: TimeView;
    readonly lastAt: TimeView;
    /** For the first time, and they have not said yet that it was them. */
    readonly isNew: boolean;
  }[];
  readonly done: string;
}

/** `account/account_password` */
export interface PasswordView {
  readonly errors: Errors;
  readonly least: number;
  /** Somebody else gave the present one: nothing else is open before it is another one. */
  readonly forced: boolean;
  readonly login: string;
}
