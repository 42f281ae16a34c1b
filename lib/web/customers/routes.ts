import { type Route, staff } from "../route.ts";
import { customerCreate } from "./customer_create.ts";
import { customerEdit } from "./customer_edit.ts";
import { customerExport } from "./customer_export.ts";
import { customerList } from "./customer_list.ts";
import { customerMerge } from "./customer_merge.ts";
import { customerMergeShow } from "./customer_merge_show.ts";
import { customerNew } from "./customer_new.ts";
import { customerShow } from "./customer_show.ts";
import { customerUpdate } from "./customer_update.ts";
import { duplicateDismiss } from "./duplicate_dismiss.ts";
import { duplicateList } from "./duplicate_list.ts";
import { mergeUndo } from "./merge_undo.ts";

export const routes: readonly Route[] = [
  staff("GET /customers", "customers.see", "nothing", customerList),
  staff("POST /customers", "customers.edit", "changes", customerCreate),
  staff("GET /customers/new", "customers.edit", "nothing", customerNew),
  staff("GET /customers/export", "customers.export", "export", customerExport),
  staff("GET /customers/duplicates", "customers.merge", "nothing", duplicateList),
  staff("POST /customers/duplicates/dismiss", "customers.merge", "changes", duplicateDismiss),
  staff("GET /customers/merge", "customers.merge", "nothing", customerMergeShow),
  staff("POST /customers/merge", "customers.merge", "changes", customerMerge),
  staff("POST /merges/:id/undo", "customers.merge", "changes", mergeUndo),
  staff("GET /customers/:id", "customers.see", "nothing", customerShow),
  staff("POST /customers/:id", "customers.edit", "changes", customerUpdate),
  staff("GET /customers/:id/edit", "customers.edit", "nothing", customerEdit),
];
