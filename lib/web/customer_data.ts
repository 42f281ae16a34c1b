/** What the views of consultations, files, custom fields and reminders are given (as view_data.ts). */
import type { ConsultationState } from "../domain/consultation.ts";
import type { FieldKind } from "../domain/custom_field.ts";
import type { CustomerBrief, DraftView, NumberView, OpenWorkItem, TimeView } from "./view_data.ts";

/** One file that hangs somewhere. */
export interface FileView {
  readonly id: number;
  readonly name: string;
  /** `1.2 MB` */
  readonly size: string;
  /** In a word: image, PDF, archive ... */
  readonly kind: "image" | "pdf" | "media" | "archive" | "file";
  /** Whether a browser may show it. */
  readonly opens: boolean;
  readonly sha256: string;
  readonly at: TimeView;
  readonly creator: string;
  readonly mayRemove: boolean;
}

/** `partials/attachments`: the files of one place. */
export interface AttachmentsView {
  /** `customer-5`, `call-17`, `consultation-3`: names the list on a page. */
  readonly name: string;
  /** `customer=5`, for URLs. */
  readonly query: string;
  readonly files: readonly FileView[];
  readonly mayAdd: boolean;
  readonly limitMb: number;
  /** One that was taken away just now and can be brought back. */
  readonly removed: { readonly id: number; readonly name: string } | null;
}

/** A custom field in the customer's form. */
export interface FieldInputView {
  /** `field_3` */
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly choices: readonly string[];
  readonly required: boolean;
  readonly value: string;
}

/** A custom field of a customer that has a value. */
export interface FieldValueView {
  readonly label: string;
  readonly kind: FieldKind;
  readonly value: string;
}

/** `pages/consultation_show` and `partials/consultation` */
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

/** `partials/reminders` */
export interface RemindersView {
  readonly reminders: readonly OpenWorkItem[];
}

/** `pages/field_list` */
export interface FieldListView {
  readonly fields: readonly FieldRowView[];
  readonly retired: readonly FieldRowView[];
  /** What was typed for a new field and could not be added. */
  readonly typed: TypedFieldView;
  readonly errors: Readonly<Record<string, string>>;
  /** The field whose form `errors` are about; null: the new one. */
  readonly wrongId: number | null;
}

export interface FieldRowView extends TypedFieldView {
  readonly id: number;
  /** How many customers have a value in it. */
  readonly used: number;
}

export interface TypedFieldView {
  readonly label: string;
  readonly kind: string;
  /** One a line. */
  readonly choices: string;
  readonly required: boolean;
}

/** `pages/attachment_settings` */
export interface AttachmentSettingsView {
  readonly fields: readonly {
    readonly limit: "file" | "day";
    readonly value: string;
    readonly error: string;
  }[];
  readonly saved: boolean;
}
