import type { ChecklistView } from "./checklist_data.ts";

/** As in view_data.ts. */
export interface ChecklistViews {
  "checklist/checklist": ChecklistView;
}
