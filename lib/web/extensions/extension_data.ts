/** What the view of the extensions is given (as view_data.ts). */
import type { ExtensionKind } from "../../domain/extension.ts";
import type { SignInView } from "../account/account_data.ts";

type Errors = Readonly<Record<string, string>>;

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
  readonly signedIn: SignInView | null;
  /** What it was when the page was made: rows that nobody touched are not written. */
  readonly was: string;
}

/** `extensions/extension_list` */
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
