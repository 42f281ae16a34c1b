import type { LineSetting } from "../../store/line_settings.ts";
import { kindOf } from "../../switches/switch_kinds.ts";
import { newestFrames, newestFrameTimes } from "../../store/raw_frames.ts";
import type { LineMonitorView } from "./line_data.ts";
import type { Visit } from "../visit.ts";
import { frameRowView } from "./frame_view.ts";
import { lineRowView } from "./line_list_view.ts";

/** So many frames stand on the page. */
const MOST_FRAMES = 200;

/** The newest frames of a line behind the frame `after`, the newest first. */
export function lineMonitorView(
  visit: Visit,
  line: LineSetting,
  after: number,
  rejectedOnly: boolean,
): LineMonitorView {
  const read = kindOf(line).reader(line);
  const frames = newestFrames(visit.store, line.id, { after, rejectedOnly, limit: MOST_FRAMES });
  return {
    line: lineRowView(visit, line, newestFrameTimes(visit.store).get(line.id) ?? null),
    rejectedOnly,
    rows: frames.map((frame) => frameRowView(visit, read, frame)),
    most: MOST_FRAMES,
  };
}
