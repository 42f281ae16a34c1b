import { NUMBER_DOUBTS } from "../domain/phone_number.ts";
import { CUSTOMER_FIELDS, TEXT_FIELDS } from "../domain/customer_fields.ts";

/**
 * Everything that can be wrong with what somebody asks for, and the words it is about. The rooms above find the
 * sentences: lib/text has one of the same name for each code, and `name.<field>` for each field.
 */
export const PROBLEM_CODES = [
  ...NUMBER_DOUBTS.map((why) => `number.${why}` as const),
  ...["field.required", "field.control", "field.too_long", "field.version"],
  ...["field.number", "field.number_twice", "field.too_many_numbers", "field.email"],
  ...["field.birthday", "field.owner", "field.type_unknown", "field.state_unknown"],
  ...["field.callback_required", "field.callback_invalid", "field.callback_past"],
  ...["merge.choose", "merge.changed", "merge.gone"],
  ...["merge.not_undone_undone", "merge.not_undone_later"],
  ...["fields.label_in_use", "fields.choices_wrong", "fields.kind_wrong", "fields.too_many"],
  ...["fields.wrong_required", "fields.wrong_control", "fields.wrong_too_long"],
  ...["fields.wrong_number", "fields.wrong_date", "fields.wrong_choice", "fields.wrong_yes_no"],
  ...["staff.login_wrong", "staff.login_taken", "staff.role_wrong", "staff.language_wrong"],
  ...["staff.last_admin", "staff.not_yourself", "staff.line_unknown"],
  ...["staff.extension_taken", "staff.extension_unknown", "staff.skill_wrong"],
  ...["password.short", "password.long", "password.common", "password.own_name"],
  ...["password.current_missing", "password.current_wrong", "password.same"],
  ...["password.not_again", "password.own"],
  ...["extensions.kind_wrong", "extensions.staff_wrong", "extensions.address_wrong"],
  ...["lines.device_missing", "lines.device_taken", "lines.speed_wrong"],
  ...["campaign.name_required", "campaign.no_numbers", "campaign.too_many"],
  ...["campaign.number_between", "campaign.result_required", "campaign.hours_wrong"],
  ...["hours.day_wrong", "hours.year_wrong", "office.zone_wrong", "retention.wrong"],
  ...["words.taken", "words.taken_retired", "words.being_renamed", "words.too_many"],
  ...["extensions.number_wrong", "extensions.number_taken", "extensions.in_use"],
  ...["groups.taken", "groups.too_many", "lines.dialect_wrong", "lines.dialect_no_json"],
  ...["dialling.per_minute_wrong", "sounds.unknown"],
  ...["numbering.country_wrong", "numbering.area_code_wrong", "numbering.outside_digit_wrong"],
  ...["numbering.abroad_prefix_wrong", "numbering.feature_prefixes_wrong"],
  ...["setup.port_gone", "setup.again_wrong"],
  ...["field.customer_unknown", "work.too_late", "work.not_yours"],
  ...["work.due_required", "work.due_invalid", "work.due_past", "work.staff_unknown"],
  ...["call.not_yours", "consultation.not_yours", "consultation.saved", "reminder.not_yours"],
  ...["dial.not_yours", "dial.not_allowed", "dial.too_often"],
  ...["file.not_yours", "file.call_not_yours", "files.limit_wrong"],
  ...["backup.every_wrong", "backup.time_wrong", "backup.kept_wrong", "backup.folder_wrong"],
  ...["backup.folder_sealed", "backup.passphrase_short"],
  ...["backup.nothing_checked", "backup.check_changed"],
  ...["backup.foreign_missing", "backup.log_missing"],
  ...["control.no_command", "control.to_wrong", "control.digits_wrong", "control.not_yours"],
  ...["control.over", "control.no_telephone", "control.not_ringing"],
  ...["control.emergency", "control.do_not_call"],
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** The fields that a problem can name. */
export const FIELD_NAMES = [
  ...TEXT_FIELDS.map((field) => CUSTOMER_FIELDS[field].column),
  ...["number", "label", "type", "subject", "text", "reason", "script", "remark", "office_name"],
  ...["staff_name", "extension_label", "trunk_label", "line_label", "device", "group"],
  ...["field_label", "holiday_name", "word", "screen"],
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** What is wrong, without language. */
export interface Problem {
  readonly code: ProblemCode;
  /** What the sentence is about; `field` is a `FieldName`. */
  readonly args: Readonly<Record<string, string | number>>;
}

/** What is wrong, by field: `name`, or `numbers.0` for the first row of numbers; `form` where it is no field's. */
export type Problems = Readonly<Record<string, Problem>>;

/** What was made of what somebody asked for, or why it was not: then nothing has changed. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: Problems };

/** The outcome of what cannot be, whatever its fields are, or because of one of them. */
export function refused(
  code: ProblemCode,
  args: Problem["args"] = {},
  field = "form",
): { readonly ok: false; readonly problems: Problems } {
  return { ok: false, problems: { [field]: { code, args } } };
}

const CODES: ReadonlySet<string> = new Set(PROBLEM_CODES);

export function isProblemCode(text: string): text is ProblemCode {
  return CODES.has(text);
}
