import type { ChangedKind } from "../../domain/event.ts";
import type { Views } from "../view_data.ts";

/**
 * The kinds of records after whose change a page is asked for anew, by the name of its view. On the page of one customer
 * (`PageOptions.customerId`) only that customer's records count. The desk, the call log and the board have regions that
 * look after themselves.
 */
export const PAGE_HEARS: Partial<Record<keyof Views, readonly ChangedKind[]>> = {
  "customers/customer_show": ["customer", "consultation", "attachment", "field", "list_word"],
  "customers/customer_form_page": ["customer", "field", "list_word"],
  "customers/customer_list": ["customer"],
  "customers/customer_merge": ["customer"],
  "customers/duplicate_list": ["customer", "duplicate"],
  "consultations/consultation_show": ["consultation", "customer", "attachment", "list_word"],
  "work/work_list": ["customer", "consultation"],
  "work/work_show": ["customer", "consultation", "staff"],
  "campaigns/campaign_list": ["campaign"],
  "campaigns/campaign_show": ["campaign"],
  "campaigns/campaign_work": ["customer"],
  "imports/import_list": ["import"],
  "staff/staff_list": ["staff", "extension"],
  "staff/staff_form": ["staff", "extension"],
  "extensions/extension_list": ["extension", "extension_group", "staff", "line"],
  "trunks/trunk_list": ["trunk", "line"],
  "lines/line_list": ["line"],
  "lines/line_form": ["line"],
  "custom_fields/field_list": ["field"],
  "words/word_list": ["list_word"],
  "office/office": ["setting"],
  "hours/hours": ["setting", "holiday"],
  "office/retention": ["setting"],
  "dialling/dialling_page": ["setting"],
  "office/sounds": ["setting"],
  "attachments/attachment_settings": ["setting"],
  "backups/backup": ["setting"],
  "board/wall_screens": ["wall_screen"],
  "account/account_show": ["staff"],
  "checklist/checklist": ["staff", "extension", "line", "setting", "list_word"],
};
