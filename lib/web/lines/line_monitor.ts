import { requireLine } from "../../store/line_settings.ts";
import { idOrNull, idParam } from "../params.ts";
import { lineMonitorView } from "./line_monitor_view.ts";
import { fragment, page } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";

/** What came over a line, frame by frame; as a part, the rows behind the frame `after`. */
export const lineMonitor: StaffHandler = (c, visit) => {
  const line = requireLine(visit.store, idParam(c));
  const rejectedOnly = c.req.query("only") === "rejected";
  const part = wantsFragment(c);
  const after = part ? idOrNull(c.req.query("after")) ?? 0 : 0;
  const data = lineMonitorView(visit, line, after, rejectedOnly);
  if (part) return fragment(c, visit, "lines/frame_rows", data);
  const title = visit.t("title.monitor", { line: data.line.name });
  return page(c, visit, "lines/line_monitor", data, { title, active: "settings" });
};
