import type { ImportsView, ImportView } from "./import_data.ts";

/** As in view_data.ts. */
export interface ImportsViews {
  "imports/import_list": ImportsView;
  "imports/import_show": ImportView;
  "imports/import_state": ImportView;
}
