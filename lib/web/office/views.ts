import type { OfficeView, RetentionView, SoundsView } from "./office_data.ts";

/** As in view_data.ts. */
export interface OfficeViews {
  "office/office": OfficeView;
  "office/sounds": SoundsView;
  "office/retention": RetentionView;
}
