import { type LineSetting, lineSettings } from "../../store/line_settings.ts";
import { newestFrameTimes } from "../../store/raw_frames.ts";
import { kindOf } from "../../switches/switch_kinds.ts";
import type { LineListView, LineRowView } from "./line_data.ts";
import type { Visit } from "../visit.ts";
import { timeViewOrNull } from "../basics.ts";
import { shownDevice } from "./line_form_view.ts";

/** Every line, and how it is at this moment. */
export function lineListView(visit: Visit): LineListView {
  const lastFrames = newestFrameTimes(visit.store);
  return {
    rows: lineSettings(visit.store).map((line) =>
      lineRowView(visit, line, lastFrames.get(line.id) ?? null)
    ),
  };
}

/** `lastFrame` is when its newest frame came; null without any. */
export function lineRowView(
  visit: Visit,
  line: LineSetting,
  lastFrame: number | null,
): LineRowView {
  const { id, label, device, enabled } = line;
  const shown = shownDevice(visit, device);
  const status = visit.web.telephony.statusOf(id);
  const kind = kindOf(line);
  const { name: dialect, port } = kind.settings(line);
  return {
    ...{ id, name: label || shown, device: shown, enabled },
    dialect,
    settings: status?.settings ?? port,
    hasForm: kind.dialects !== null,
    state: status?.state ?? "stopped",
    trouble: status?.text ?? "",
    lastFrame: timeViewOrNull(visit, lastFrame),
  };
}
