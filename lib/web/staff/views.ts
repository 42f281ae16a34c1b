import type { StaffFormView, StaffListView } from "./staff_data.ts";

/** As in view_data.ts. */
export interface StaffViews {
  "staff/staff_list": StaffListView;
  "staff/staff_form": StaffFormView;
  "staff/staff_leave": StaffFormView;
}
