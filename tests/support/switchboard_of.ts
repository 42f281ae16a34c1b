import type { LiveHub } from "../../lib/live/hub.ts";
import type { ProgramMetrics } from "../../lib/metrics/program_metrics.ts";
import { OfficeNews } from "../../lib/server/office_news.ts";
import type { Store } from "../../lib/store/database.ts";
import type { SwitchFor } from "../../lib/switchboard/switch_kinds.ts";
import { Switchboard } from "../../lib/switchboard/switchboard.ts";
import { lineEventFor } from "../../lib/web/present/line_view.ts";
import { ALL_WELL } from "./all_well.ts";

/** The switchboard of the office, whose news the hub and the metrics hear as in the server. Not started. */
export function switchboardOf(
  store: Store,
  hub: LiveHub,
  metrics: ProgramMetrics,
  switchFor?: SwitchFor,
): Switchboard {
  const tellStatus = () =>
    hub.publish((person) => lineEventFor(person, { telephony, health: ALL_WELL }));
  const news = new OfficeNews(store, hub, metrics, tellStatus);
  const telephony = new Switchboard(store, news, switchFor);
  return telephony;
}
