import type { LineFormView, LineListView, LineMonitorView } from "./line_data.ts";

/** As in view_data.ts. */
export interface LinesViews {
  "lines/line_list": LineListView;
  "lines/line_form": LineFormView;
  "lines/line_monitor": LineMonitorView;
  "lines/line_rows": LineListView;
  "lines/frame_rows": LineMonitorView;
}
