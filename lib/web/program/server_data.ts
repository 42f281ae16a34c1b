import type { TimeView } from "../basic_data.ts";

/** `program/server`: what somebody who helps asks for first. */
export interface ServerView {
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly since: TimeView;
  /** All of it in lines, to be copied into a mail. */
  readonly text: string;
}
