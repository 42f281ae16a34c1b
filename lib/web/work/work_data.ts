/** What the views of open work are given (as view_data.ts): notes to go on with, call-backs, missed callers. */
import type { MissedState } from "../../domain/missed.ts";
import type { CustomerBrief, NumberView, TimeView } from "../basic_data.ts";

export interface OpenWorkView {
  readonly drafts: readonly OpenWorkItem[];
  /** Saved, and to be gone on with. */
  readonly open: readonly OpenWorkItem[];
  readonly callbacks: readonly OpenWorkItem[];
  /** Missed callers whom this person has taken, or who rang at their extension. */
  readonly missed: readonly MissedView[];
}

export interface OpenWorkItem {
  readonly consultationId: number;
  readonly callId: number | null;
  readonly customer: CustomerBrief | null;
  readonly number: NumberView | null;
  /** First line of the note. */
  readonly text: string;
  readonly at: TimeView;
  /** A call-back whose time has come. */
  readonly due: boolean;
}

/** `work/reminders` */
export interface RemindersView {
  readonly reminders: readonly OpenWorkItem[];
}

/** A caller on the list of the missed. */
export interface MissedView {
  readonly id: number;
  readonly state: MissedState;
  readonly number: NumberView | null;
  readonly customer: CustomerBrief | null;
  readonly tries: number;
  readonly first: TimeView;
  readonly last: TimeView;
  readonly lastCallId: number;
  readonly rang: readonly string[];
  /** Who is at it, or has done it. */
  readonly staffName: string | null;
  /** It is this person who is at it. */
  readonly mine: boolean;
  readonly changed: TimeView;
  readonly reachedBy: number | null;
}

export interface MissedListView {
  readonly show: "waiting" | "mine" | "done";
  readonly rows: readonly MissedView[];
  readonly next: string | null;
  /** How many wait. */
  readonly count: number;
}
