import { storedDialect } from "../../switches/pbx416/dialect/stored_dialect.ts";
import { type LineSetting, lineSettings } from "../../store/line_settings.ts";
import { newestFrames } from "../../store/raw_frames.ts";
import type { LineListView, LineRowView } from "../settings_data.ts";
import type { Visit } from "../visit.ts";
import { timeView } from "./basics.ts";
import { serialText, shownDevice } from "./line_form_view.ts";

/** Every line, and how it is at this moment. */
export function lineListView(visit: Visit): LineListView {
  return { rows: lineSettings(visit.store).map((line) => lineRowView(visit, line)) };
}

export function lineRowView(visit: Visit, line: LineSetting): LineRowView {
  const { id, label, device, enabled } = line;
  const shown = shownDevice(visit, device);
  const status = visit.web.telephony.statusOf(id);
  const dialect = storedDialect(line.dialect);
  const [last] = newestFrames(visit.store, id, { after: 0, rejectedOnly: false, limit: 1 });
  return {
    ...{ id, name: label || shown, device: shown, enabled },
    dialect: dialect.name,
    settings: status?.settings ?? serialText(dialect),
    state: status?.state ?? "stopped",
    trouble: status?.text ?? "",
    since: status === null ? null : timeView(visit, status.since),
    lastFrame: last === undefined ? null : timeView(visit, last.at),
  };
}
