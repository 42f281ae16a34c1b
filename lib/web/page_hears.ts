import type { ChangedKind } from "../domain/event.ts";
import type { Views } from "./view_data.ts";

/**
 * Of which records a page shows so much that it asks for itself anew when one of them was changed by somebody: by the name
 * of its view. Where the page is of one customer, others' records do not count (`PageOptions.customerId`). The desk, the
 * call log and the board have regions that look after themselves.
 */
export const PAGE_HEARS: Partial<Record<keyof Views, readonly ChangedKind[]>> = {
  "pages/customer_show": ["customer", "consultation", "attachment", "field", "list_word"],
  "pages/customer_form": ["customer", "field", "list_word"],
  "pages/customer_list": ["customer"],
  "pages/customer_merge": ["customer"],
  "pages/duplicate_list": ["customer", "duplicate"],
  "pages/consultation_show": ["consultation", "customer", "attachment", "list_word"],
  "pages/missed_list": ["customer"],
  "pages/campaign_list": ["campaign"],
  "pages/campaign_show": ["campaign"],
  "pages/campaign_work": ["customer"],
  "pages/import_list": ["import"],
  "pages/staff_list": ["staff", "extension"],
  "pages/staff_form": ["staff", "extension"],
  "pages/extension_list": ["extension", "extension_group", "staff", "line"],
  "pages/trunk_list": ["trunk", "line"],
  "pages/line_list": ["line"],
  "pages/line_form": ["line"],
  "pages/field_list": ["field"],
  "pages/word_list": ["list_word"],
  "pages/office": ["setting"],
  "pages/hours": ["setting", "holiday"],
  "pages/retention": ["setting"],
  "pages/dialling": ["setting"],
  "pages/sounds": ["setting"],
  "pages/attachment_settings": ["setting"],
  "pages/backup": ["setting"],
  "pages/wall_screens": ["wall_screen"],
  "pages/account_show": ["staff"],
  "pages/checklist": ["staff", "extension", "line", "setting", "list_word"],
};
