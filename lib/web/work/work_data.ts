/** What the views of open work are given (as view_data.ts): missed callers, promised calls, tasks, notes to go on with. */
import type { WorkKind, WorkState, WorkStepKind } from "../../domain/work.ts";
import type { CustomerBrief, NumberView, TimeView } from "../basic_data.ts";

export interface OpenWorkView {
  readonly drafts: readonly OpenNoteView[];
  /** Saved, and to be gone on with. */
  readonly open: readonly OpenNoteView[];
  /** What this person has, and callers who were missed at their extension: by kind, what is due first first. */
  readonly work: readonly { readonly kind: WorkKind; readonly items: readonly WorkView[] }[];
}

/** A note that its writer has to go on with. */
export interface OpenNoteView {
  readonly consultationId: number;
  readonly callId: number | null;
  readonly customer: CustomerBrief | null;
  readonly number: NumberView | null;
  /** First line of the note. */
  readonly text: string;
  readonly at: TimeView;
}

/** A piece of work on a list. */
export interface WorkView {
  readonly id: number;
  readonly kind: WorkKind;
  readonly state: WorkState;
  readonly version: number;
  readonly number: NumberView | null;
  readonly customer: CustomerBrief | null;
  /** What a task says, or the first line of the note of a promised call. */
  readonly subject: string;
  readonly due: TimeView;
  /** It is open, and should have been done. */
  readonly late: boolean;
  /** Who has it, or has done it; null with `done`: it came to its end by itself. */
  readonly staffName: string | null;
  /** It is this person who has it. */
  readonly mine: boolean;
  readonly done: TimeView | null;
  /** Whether this person may change it. */
  readonly mayChange: boolean;
  /** Where it is looked at: the call or the note that it is about. */
  readonly callId: number | null;
  readonly consultationId: number | null;
  readonly missed: {
    readonly tries: number;
    readonly last: TimeView;
    readonly rang: readonly string[];
    readonly reachedBy: number | null;
  } | null;
}

/** Whose work a list shows. */
export const WHOSE = ["all", "mine", "nobody", "done"] as const;
export type Whose = (typeof WHOSE)[number];

/** `work/work_list`, its body and its rows */
export interface WorkListView {
  readonly kind: WorkKind | null;
  readonly whose: Whose;
  /**
   * Where it asks for itself anew, with as many rows as are shown; null where more
   * was put behind what is done: that stays so.
   */
  readonly itself: string | null;
  /** Each list beside it, by URL. */
  readonly lists: readonly { readonly whose: Whose; readonly path: string }[];
  readonly kinds: readonly { readonly kind: WorkKind | null; readonly path: string }[];
  readonly rows: readonly WorkView[];
  /** Where more of it is: of open work all of it with more rows, of what is done the next ones. */
  readonly more: string | null;
  /** Whether there is more, and the list shows no more. */
  readonly cut: boolean;
}

/** Somebody who can be given work. */
export interface ColleagueView {
  /** The ID as text. */
  readonly id: string;
  readonly name: string;
}

/** Fields of a form, as stored or as typed. */
export interface WorkFields {
  readonly subject: string;
  readonly text: string;
  /** The ID of whoever is to do it; empty for anybody. */
  readonly staff: string;
  /** As a field for date and time has it. */
  readonly dueAt: string;
}

export interface WorkFormView {
  readonly fields: WorkFields;
  readonly errors: Readonly<Record<string, string>>;
  readonly colleagues: readonly ColleagueView[];
  /** Whether it is a task, which has words of its own. */
  readonly hasWords: boolean;
}

/** `work/task_new` */
export interface TaskFormView extends WorkFormView {
  readonly customer: CustomerBrief | null;
  readonly callId: number | null;
}

/** `work/work_show` */
export interface WorkShowView {
  readonly work: WorkView;
  /** More about a task. */
  readonly text: string;
  /** Null where this person may not change it, or it is done. */
  readonly form: WorkFormView | null;
  /** What stands above the form; empty for nothing. */
  readonly error: string;
  readonly steps: readonly {
    readonly at: TimeView;
    readonly kind: WorkStepKind;
    /** Null for the program. */
    readonly by: string | null;
    readonly holder: string | null;
  }[];
}

/** `work/customer_work` */
export interface CustomerWorkView {
  readonly items: readonly WorkView[];
}

/** `work/reminders` */
export interface RemindersView {
  readonly reminders: readonly WorkView[];
}
