/** What the views of staff, extensions, trunks, lines and the own account are given (as view_data.ts). */
import type { TypedAccount } from "../desk/staff/account_rules.ts";
import type { ExtensionKind } from "../domain/extension.ts";
import type { Language, Role } from "../domain/staff.ts";
import type { LineStatus } from "../switches/line_status.ts";
import type { TimeView } from "./basic_data.ts";

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
  readonly signedIn: { readonly at: TimeView; readonly address: string } | null;
  /** Whether they are at a browser now. */
  readonly here: boolean;
}

/** `pages/staff_list` */
export interface StaffListView {
  readonly rows: readonly StaffRowView[];
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

/** `pages/staff_form` */
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
  /** It is the account of the person who looks at it. */
  readonly self: boolean;
  readonly leastPassword: number;
  readonly passwordError: string;
  readonly signedIn: StaffRowView["signedIn"];
  readonly sessions: readonly SessionView[];
  /** What was done just now, in a sentence; empty for nothing. */
  readonly done: string;
}

/** `pages/account_show` */
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

/** `pages/account_password` */
export interface PasswordView {
  readonly errors: Errors;
  readonly least: number;
  /** Somebody else gave the present one: nothing else is open before it is another one. */
  readonly forced: boolean;
  readonly login: string;
}

export interface ExtensionRowView {
  /** `202`, `2:301`: by it the row is sent. */
  readonly name: string;
  /** Null for every line. */
  readonly line: number | null;
  readonly number: string;
  readonly kind: ExtensionKind;
  readonly label: string;
  /** ID of the agent; empty for nobody. */
  readonly staff: string;
  /** The only address its agent may sign in from; empty for any. */
  readonly address: string;
  /** IDs of its groups. */
  readonly groups: readonly string[];
  /** The browser at which its agent signed in last; null for nobody. */
  readonly signedIn: StaffRowView["signedIn"];
  /** What it was when the page was made: rows that nobody touched are not written. */
  readonly was: string;
}

/** `pages/extension_list` */
export interface ExtensionListView {
  /** Those of every line, then those of each; `name` is empty where nothing is to be told apart. */
  readonly parts: readonly { readonly name: string; readonly rows: readonly ExtensionRowView[] }[];
  /** The lines that one can be added to; none where the office has but one. */
  readonly lines: readonly { readonly id: string; readonly name: string }[];
  readonly kinds: readonly ExtensionKind[];
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  /** By `<field>.<name>`; `number` for the new one. */
  readonly errors: Errors;
  /** As it was typed; `line` is empty for every line. */
  readonly added: { readonly line: string; readonly number: string };
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    /** Its extensions, `201, 301 (별관)`; empty for none. */
    readonly extensions: string;
  }[];
  readonly longestGroup: number;
  /** A name that was typed and is wrong: `id` is empty for the new group. */
  readonly refusedGroup:
    | { readonly id: string; readonly name: string; readonly error: string }
    | null;
  readonly saved: boolean;
}

/** `pages/trunk_list` */
export interface TrunkListView {
  readonly lines: readonly {
    readonly id: number;
    readonly name: string;
    readonly trunks: readonly {
      readonly trunk: string;
      readonly label: string;
      readonly number: string;
    }[];
  }[];
  /** By `<field>.<line>.<trunk>`. */
  readonly errors: Errors;
  readonly saved: boolean;
}

export interface LineRowView {
  readonly id: number;
  /** Its label, or the device where it has none. */
  readonly name: string;
  readonly device: string;
  readonly dialect: string;
  /** `9600 8N1`, as the device took them or as the dialect wants them. */
  readonly settings: string;
  readonly enabled: boolean;
  readonly state: LineStatus["state"];
  /** What is wrong, English; empty for nothing. */
  readonly trouble: string;
  readonly since: TimeView | null;
  readonly lastFrame: TimeView | null;
}

/** `pages/line_list` and `partials/line_rows` */
export interface LineListView {
  readonly rows: readonly LineRowView[];
}

export interface TypedLineView {
  readonly label: string;
  /** The path of a port that was found; empty for one that is typed. */
  readonly port: string;
  readonly device: string;
  /** A built-in dialect's name, or `own`. */
  readonly dialect: string;
  /** Bits a second; empty for what the dialect says. */
  readonly speed: string;
  readonly json: string;
}

/** `pages/line_form` */
export interface LineFormView {
  /** Where it is said that it is opened at every start (`option --line`); null where the web alone decides. */
  readonly fixed: string | null;
  readonly id: number | null;
  readonly title: string;
  readonly typed: TypedLineView;
  readonly errors: Errors;
  /** What is wrong with the pasted dialect, a sentence each. */
  readonly problems: readonly string[];
  readonly ports: readonly {
    readonly path: string;
    readonly name: string;
    /** What is stored and opened: it stays when the plug moves. */
    readonly opens: string;
  }[];
  /** What is stored for a line without a device. */
  readonly virtual: string;
  readonly dialects: readonly { readonly name: string; readonly settings: string }[];
  readonly speeds: readonly number[];
}

export interface FrameRowView {
  readonly id: number;
  /** `14:03:21.204` */
  readonly time: string;
  readonly full: string;
  readonly result: "accepted" | "ignored" | "rejected";
  readonly hex: string;
  /** What it says, in the person's language; empty where it says nothing. */
  readonly words: string;
  /** Why it was rejected or ignored, as the program notes it: English. */
  readonly remark: string;
  readonly callId: number | null;
}

/** `pages/line_monitor` and `partials/frame_rows` */
export interface LineMonitorView {
  readonly line: LineRowView;
  readonly rejectedOnly: boolean;
  readonly rows: readonly FrameRowView[];
  readonly most: number;
}
