import type { CallPanelView } from "./call_data.ts";
import type { CallLogView } from "./call_log_data.ts";

/** As in view_data.ts. */
export interface CallsViews {
  "calls/call_list": CallLogView & { readonly panel: CallPanelView | null };
  "calls/call_log": CallLogView;
  "calls/call_panel": CallPanelView;
}
