import type { FieldListView } from "./field_data.ts";

/** As in view_data.ts. */
export interface CustomFieldsViews {
  "custom_fields/field_list": FieldListView;
}
