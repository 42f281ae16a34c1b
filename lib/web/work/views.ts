import type {
  CustomerWorkView,
  RemindersView,
  TaskFormView,
  WorkListView,
  WorkShowView,
  WorkView,
} from "./work_data.ts";

/** As in view_data.ts. */
export interface WorkViews {
  "work/work_list": WorkListView;
  "work/work_body": WorkListView;
  "work/work_rows": WorkListView;
  "work/work_row": { readonly row: WorkView };
  "work/work_show": WorkShowView;
  "work/work_facts": WorkShowView;
  "work/task_new": TaskFormView;
  "work/customer_work": CustomerWorkView;
  "work/reminders": RemindersView;
}
