import type { LiveHub } from "../../lib/live/hub.ts";
import type { ProgramMetrics } from "../../lib/metrics/program_metrics.ts";
import { OfficeNews } from "../../lib/server/office_news.ts";
import type { Store } from "../../lib/store/database.ts";
import { LineAtWork } from "../../lib/switchboard/line_at_work.ts";
import { switchOf } from "../../lib/switchboard/switch_of.ts";
import type { Line } from "../../lib/store/lines.ts";
import { Switchboard } from "../../lib/switchboard/switchboard.ts";
import { lineNews } from "../../lib/web/frame/line_view.ts";
import { ALL_WELL } from "./all_well.ts";

/**
 * The switchboard of the office, whose news the hub and the metrics hear as in the server. Not started. Its lines are at
 * work in this thread: a database in memory is seen in no other.
 */
export function switchboardOf(
  store: Store,
  hub: LiveHub,
  metrics: ProgramMetrics,
): Switchboard {
  const tellStatus = () => hub.publish(lineNews({ telephony, health: ALL_WELL }));
  const news = new OfficeNews(hub, metrics, tellStatus);
  const lineFor = (line: Line) => new LineAtWork(store, line, switchOf(line, store), news);
  const telephony = new Switchboard(store, news, lineFor);
  return telephony;
}
