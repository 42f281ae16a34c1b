/** What the views of the desk are given (as view_data.ts): pop-ups, the card, and what stands beside it. */
import type { CallDirection, CallOutcome, CallState } from "../../domain/call.ts";
import type { CallCommandName } from "../../domain/call_command.ts";
import type { WithheldReason } from "../../domain/caller.ts";
import type { NumberView, TimeView } from "../basic_data.ts";
import type { CalledView, CallRowView, CandidateView, WhoView } from "../calls/call_data.ts";
import type { ConsultationView, DraftView } from "../consultations/consultation_data.ts";
import type { CustomerDetailView, CustomerFormView } from "../customers/customer_data.ts";
import type { AttachmentsView } from "../attachments/file_data.ts";
import type { OpenWorkView } from "../work/work_data.ts";

/** `desk/popups` */
export interface PopupsView {
  /** Newest last, three at most. */
  readonly popups: readonly PopupView[];
  /** How many more there are. */
  readonly more: number;
}

export interface PopupView {
  readonly callId: number;
  readonly called: CalledView | null;
  /** The extensions that ring and concern this person. */
  readonly extensions: readonly string[];
  /** Whether one of them is this person's own. */
  readonly own: boolean;
  readonly number: NumberView | null;
  readonly since: TimeView;
  readonly who: WhoView;
  readonly lastConsultation: ConsultationView | null;
  /** Calls of this customer or number before this one. */
  readonly callCount: number;
  /** What the switch can be asked to do with it. */
  readonly controls: readonly CallCommandName[];
  /** Set when somebody else answered: the pop-up says who, and closes by itself after 4 s. */
  readonly answeredBy: { readonly extension: string; readonly name: string } | null;
}

/** `desk/card`: the consultation card. `call` is null while nobody is on the phone. */
export interface CardView {
  readonly call: CardCallView | null;
  readonly openWork: OpenWorkView;
}

/** Another call that this person has beside the one on the card. */
export interface OtherCallView {
  readonly callId: number;
  /** What it is to this person: they hold it, whatever others do on it. */
  readonly state: CallState;
  readonly direction: CallDirection;
  readonly since: TimeView;
  /** Whom it is with: a name, a number, `203 이응대`, or why nobody knows. */
  readonly who: string;
}

export interface CardCallView {
  readonly callId: number;
  readonly direction: CallDirection;
  readonly state: CallState;
  readonly outcome: CallOutcome | null;
  readonly number: NumberView | null;
  readonly startedAt: TimeView;
  readonly answeredAt: TimeView | null;
  /** `3분 12초`; null while it runs. */
  readonly talkTime: string | null;
  readonly who: WhoView;
  /** What the switch can be asked to do with it. */
  readonly controls: readonly CallCommandName[];
  readonly draft: DraftView;
  readonly types: readonly string[];
  readonly attachments: AttachmentsView;
  readonly others: readonly OtherCallView[];
  /** Changes when they do. */
  readonly othersKey: string;
}

/** `desk/detail`: the right side. */
export type DetailView =
  | CustomerDetailView
  /** Side by side, one key each. */
  | {
    readonly kind: "several";
    readonly callId: number;
    readonly candidates: readonly CandidateView[];
  }
  | { readonly kind: "form"; readonly form: CustomerFormView }
  | {
    readonly kind: "withheld";
    readonly reason: WithheldReason | null;
    readonly callId: number;
  }
  /** Nobody on the phone: my day. */
  | { readonly kind: "day"; readonly day: DayView };

export interface DayView {
  readonly answered: number;
  readonly missed: number;
  readonly outbound: number;
  /** Mean talk time of today, `2분 10초`; null without calls. */
  readonly talkTime: string | null;
  readonly calls: readonly CallRowView[];
}
