/** What the views of custom fields are given (as view_data.ts). */
import type { TypedField } from "../../desk/custom_fields/check_field.ts";
import type { FieldKind } from "../../domain/custom_field.ts";

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

/** `custom_fields/field_list` */
export interface FieldListView {
  readonly fields: readonly FieldRowView[];
  readonly retired: readonly FieldRowView[];
  /** What was typed for a new field and could not be added. */
  readonly typed: TypedField;
  readonly errors: Readonly<Record<string, string>>;
  /** The field whose form `errors` are about; null: the new one. */
  readonly wrongId: number | null;
}

export interface FieldRowView extends TypedField {
  readonly id: number;
  /** How many customers have a value in it. */
  readonly used: number;
}
