/** What the views of a call are given (as view_data.ts). */
import type {
  CallCause,
  CallDirection,
  CallMatch,
  CallOutcome,
  CallState,
} from "../../domain/call.ts";
import type { WithheldReason } from "../../domain/caller.ts";
import type { CustomerBrief, NumberView, TimeView } from "../basic_data.ts";
import type { ConsultationView } from "../consultations/consultation_data.ts";

/** Which of the office's numbers was called: the trunk's own number and label. */
export interface CalledView {
  readonly label: string;
  readonly number: string;
}

/** Who is at the other end. Exactly one of these is the case; `none` is an unknown, new number. */
export type WhoView =
  | { readonly kind: "customer"; readonly customer: CustomerBrief; readonly match: CallMatch }
  | { readonly kind: "several"; readonly candidates: readonly CandidateView[] }
  | { readonly kind: "withheld"; readonly reason: WithheldReason | null }
  /** Nobody from outside: the extensions beside the person's own, `202 김민지 · 203`. */
  | { readonly kind: "inside"; readonly extensions: string }
  | { readonly kind: "none" };

export interface CandidateView {
  readonly customer: CustomerBrief;
  /** An agent chose this one for the number the last time: offered first. */
  readonly chosenBefore: boolean;
  readonly lastConsultation: ConsultationView | null;
}

export interface CallRowView {
  readonly id: number;
  readonly at: TimeView;
  readonly answeredAt: TimeView | null;
  readonly direction: CallDirection;
  readonly state: CallState;
  readonly outcome: CallOutcome | null;
  readonly trunk: string | null;
  /** The extensions of a call inside the office; null for any other. */
  readonly inside: string | null;
  readonly number: NumberView | null;
  readonly reason: WithheldReason | null;
  readonly customer: CustomerBrief | null;
  readonly match: CallMatch | null;
  /** Who joined last, and where; else the last extension on the call. */
  readonly extension: string | null;
  readonly staffName: string | null;
  readonly type: string;
  /** First line of the note. */
  readonly note: string;
  readonly ringTime: string | null;
  readonly talkTime: string | null;
}

/** `calls/call_panel`: the whole course of one call. */
export interface CallPanelView {
  readonly row: CallRowView;
  readonly steps: readonly {
    readonly at: TimeView;
    readonly kind: "started" | "rang" | "answered" | "transferred" | "dialled" | "ended";
    readonly extension: string | null;
    readonly staffName: string | null;
  }[];
  readonly called: CalledView | null;
  /** The queue in which it waited last. */
  readonly queue: string | null;
  /** Why it came to nothing. */
  readonly cause: CallCause | null;
  /** The calls inside the office that belong to it, or the one that it belongs to. */
  readonly linked: readonly CallRowView[];
  readonly who: WhoView;
  readonly consultations: readonly ConsultationView[];
  /** Where the panel closes to: the list as it was. */
  readonly back: string;
}
