/** What the views of the dial pad are given. */
import type { NumberView, TimeView } from "./basic_data.ts";

export interface DialPadView {
  /** Filled in already; empty for a blank pad. */
  readonly number: string;
  /** The person's own extension. */
  readonly own: string | null;
  /** Extensions to choose from; none for an agent. */
  readonly extensions: readonly { readonly number: string; readonly name: string }[];
  /** Numbers dialled last, the newest first. */
  readonly recent: readonly {
    readonly number: NumberView;
    readonly who: string;
    readonly at: TimeView;
  }[];
}
