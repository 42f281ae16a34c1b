import { forms as korean } from "../ko/forms.ts";
import { translated } from "../translated.ts";

export const forms = translated(korean, {
  "name.office_name": "Office name",

  "name.word": "Name",
  "name.holiday_name": "Name of the holiday",

  // What is wrong with a field
  "field.required": "{field}: this cannot be left empty.",
  "field.too_long": "{field}: at most {max} characters. There are {length} now.",
  "field.control":
    "{field}: there are invisible control characters in it. Please remove them and save again.",
  "field.number": "A phone number can have digits and hyphens only.",
  "field.number_twice": "The same number is there twice.",
  "field.too_many_numbers": "A customer can have up to {max} phone numbers.",
  "field.email": "An e-mail address looks like name@company.kr.",
  "field.type_unknown": "Please choose a consultation type from the list.",
  "field.state_unknown": "Please choose the follow-up again.",
  "field.callback_required": "Please choose the date and time to call back.",
  "field.callback_past": "The time to call back has already passed.",
  "field.callback_invalid": "Please write date and time like 2026-11-21 14:30.",
  "field.customer_unknown": "That customer cannot be found. Please choose again.",
  "field.version": "This page is out of date. Please reload it and try again.",

  // Names of fields, in a sentence about them
  "name.name": "Name",
  "name.company": "Company",
  "name.department": "Department",
  "name.job_title": "Job title",
  "name.email": "E-mail",
  "name.address": "Address",
  "name.grade": "Grade",
  "name.memo": "Memo",
  "name.warning": "Warning",
  "name.number": "Phone number",
  "name.label": "Label of the number",
  "name.text": "Note",
  "name.type": "Type",

  "form.register_caller": "Register this caller",
  "form.register": "Register",
  "form.save": "Save",
  "form.cancel": "Cancel",
  "form.grade_none": "None",
  "form.numbers": "Phone numbers",
  "form.add_number": "Add a number",
  "form.remove_number": "Remove the number",
  "form.label_hint": "Label",
  "form.label_mobile": "Mobile",
  "form.label_office": "Office",
  "form.label_home": "Home",
  "form.label_fax": "Fax",
  "form.warning": "Warning (shown when they call)",

  "name.reason": "Reason",
  "name.screen": "Name of the screen",

  "name.do_not_call": "Do not call",
  "name.birthday": "Birthday",
  "name.owner_id": "Owner",

  "name.script": "Script",
  "name.remark": "Remark",

  "name.field_label": "Field name",
  "name.doNotCall": "Do not call",
  "name.owner": "Owner",
  "form.owner_none": "Nobody",
  "form.do_not_call": "Do not call this customer (opted out)",
  "form.not_chosen": "Not chosen",
  "form.main_number": "Main",
  "form.make_main": "Make it the main number",
  "field.birthday": "Write the birthday like 1980-03-15, a day before today.",
  "field.owner": "Choose the owner from the list.",

  "name.staff_name": "Name",
  "name.group": "Name of the group",
  "name.extension_label": "Label",
  "name.trunk_label": "Label",
  "name.line_label": "Name",
  "name.device": "Device",
});
