/** What the views of a customer are given (as view_data.ts). */
import type { TextField } from "../../domain/customer_fields.ts";
import type { CustomerBrief, NumberView, TimeView } from "../basic_data.ts";
import type { CallRowView } from "../calls/call_data.ts";
import type { ConsultationView } from "../consultations/consultation_data.ts";
import type { FieldInputView, FieldValueView } from "../custom_fields/field_data.ts";
import type { AttachmentsView, FileView } from "../attachments/file_data.ts";
import type { WorkView } from "../work/work_data.ts";
import type { NumberOwnerView } from "./merge_data.ts";

export interface CustomerView extends CustomerBrief, Readonly<Record<TextField, string>> {
  readonly numbers: readonly NumberView[];
  readonly doNotCall: boolean;
  /** `2026-11-21`, or empty. */
  readonly birthday: string;
  /** Names of the staff; empty for nobody, or for the program itself. */
  readonly owner: string;
  readonly createdBy: string;
  readonly changedBy: string;
  /** Custom fields that have a value, in their order. */
  readonly fields: readonly FieldValueView[];
  readonly attachments: AttachmentsView;
  readonly createdAt: TimeView;
  readonly changedAt: TimeView;
  readonly version: number;
  readonly history: HistoryView;
  /** What there is to do with them, what is due first first. */
  readonly work: readonly WorkView[];
}

/** One time line of calls and notes, newest first. */
export interface HistoryView {
  readonly items: readonly HistoryItemView[];
  /** URL of the next part; null at the end. */
  readonly next: string | null;
}

export interface HistoryItemView {
  readonly at: TimeView;
  readonly call: CallRowView | null;
  readonly consultation: ConsultationView | null;
  readonly files: readonly FileView[];
}

export interface CustomerFormView {
  /** Null for a new customer. */
  readonly id: number | null;
  readonly code: string | null;
  readonly version: number;
  /** The call that this registration is for; it is linked on saving. */
  readonly callId: number | null;
  /** The refused row of an import that is mended with it. */
  readonly importRow: { readonly importId: number; readonly row: number } | null;
  readonly values: Readonly<Record<TextField, string>> & {
    readonly doNotCall: boolean;
    readonly birthday: string;
    /** The ID as text; empty for nobody. */
    readonly owner: string;
    /** As typed; rows beyond the last are blank ones to fill. The first is the main number. */
    readonly numbers: readonly {
      readonly number: string;
      readonly label: string;
      /** How it is read where the office's area code was put before it. */
      readonly completed?: string;
    }[];
  };
  /** By field name; `numbers.0` for the first number; `form` for what belongs to no field. */
  readonly errors: Readonly<Record<string, string>>;
  /** Stored in the meantime by somebody else: both versions are shown. */
  readonly conflict: ConflictView | null;
  /** Numbers that somebody else has: it is asked what is to become of them. */
  readonly owners: readonly NumberOwnerView[];
  readonly grades: readonly string[];
  /** Whose customer it may be. */
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  readonly fields: readonly FieldInputView[];
}

/** Two versions of a customer, as far as they differ. */
export interface ConflictView {
  readonly by: string;
  readonly at: TimeView;
  readonly rows: readonly {
    readonly label: string;
    readonly theirs: string;
    readonly mine: string;
  }[];
}

/** The desk's right side for a customer. */
export interface CustomerDetailView {
  readonly kind: "customer";
  readonly customer: CustomerView;
  /** The call on which they are. */
  readonly callId: number | null;
}
