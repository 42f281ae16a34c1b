import type { MissedListView, MissedView, RemindersView } from "./work_data.ts";

/** As in view_data.ts. */
export interface WorkViews {
  "work/reminders": RemindersView;
  "work/missed_list": MissedListView;
  "work/missed_rows": MissedListView;
  "work/missed_row": { readonly row: MissedView };
}
