import type { ExtensionListView } from "./extension_data.ts";

/** As in view_data.ts. */
export interface ExtensionsViews {
  "extensions/extension_list": ExtensionListView;
}
