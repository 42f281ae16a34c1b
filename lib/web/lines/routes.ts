import { type Route, staff } from "../route.ts";
import { lineCreate, lineNew } from "./line_create.ts";
import { lineList } from "./line_list.ts";
import { lineMonitor } from "./line_monitor.ts";
import { lineEdit, lineEnable, lineUpdate } from "./line_update.ts";

export const routes: readonly Route[] = [
  staff("GET /settings/lines", "lines.manage", "nothing", lineList),
  staff("POST /settings/lines", "lines.manage", "changes", lineCreate),
  staff("GET /settings/lines/new", "lines.manage", "nothing", lineNew),
  staff("GET /settings/lines/:id", "lines.manage", "nothing", lineEdit),
  staff("POST /settings/lines/:id", "lines.manage", "changes", lineUpdate),
  staff("POST /settings/lines/:id/enabled", "lines.manage", "changes", lineEnable),
  staff("GET /settings/lines/:id/monitor", "lines.watch", "nothing", lineMonitor),
];
