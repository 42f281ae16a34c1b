/** What the views of consultations are given (as view_data.ts). */
import type { ConsultationState } from "../../domain/consultation.ts";
import type { CustomerBrief, NumberView, TimeView } from "../basic_data.ts";
import type { AttachmentsView } from "../attachments/file_data.ts";

export interface ConsultationView {
  readonly id: number;
  readonly callId: number | null;
  readonly at: TimeView;
  readonly staffName: string;
  readonly type: string;
  readonly text: string;
  readonly state: ConsultationState;
  readonly callbackAt: TimeView | null;
  /** How often it was corrected. */
  /** Whether a file brought it. */
  readonly imported: boolean;
  readonly revisions: number;
}

/** What is in the note's form: as stored, or as it was sent when it could not be stored. */
export interface DraftView {
  readonly version: number;
  readonly type: string;
  readonly text: string;
  readonly state: ConsultationState;
  /** `2026-11-21T14:30`, the office's time, as `datetime-local` wants it; empty without one. */
  readonly callbackAt: string;
  /** Whose clock that is: the name of the office's zone. */
  readonly zone: string;
  readonly savedAt: TimeView | null;
  readonly errors: Readonly<Record<string, string>>;
  /**
   * The text that another tab stored in the meantime; null without a conflict. `version` above is then still
   * the old one: sending `conflict.version` says that the other text was seen and is to be saved over.
   */
  readonly conflict:
    | { readonly text: string; readonly type: string; readonly version: number }
    | null;
}

/** `consultations/consultation_show` and `consultations/consultation` */
export interface ConsultationPageView {
  readonly id: number;
  readonly state: ConsultationState;
  readonly customer: CustomerBrief | null;
  readonly callId: number | null;
  readonly number: NumberView | null;
  readonly staffName: string;
  readonly at: TimeView;
  /** Null for somebody who may only read it. */
  readonly draft: DraftView | null;
  readonly type: string;
  readonly text: string;
  readonly callbackAt: TimeView | null;
  readonly types: readonly string[];
  /** May be thrown away: it has never been more than a draft. */
  readonly mayDiscard: boolean;
  readonly revisions: readonly RevisionView[];
  readonly attachments: AttachmentsView;
}

export interface RevisionView {
  readonly at: TimeView;
  readonly by: string;
  readonly type: string;
  readonly text: string;
  readonly state: ConsultationState;
  readonly callbackAt: TimeView | null;
}
