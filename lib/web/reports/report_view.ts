import { type Report, REPORT_GROUPS, TIME_GROUPS } from "../../domain/report.ts";
import { dayName } from "../../text/report_names.ts";
import { REPORT_PERIODS, type ReportQuery, reportUrl } from "./report_query.ts";
import type { ReportView } from "./report_data.ts";
import type { Visit } from "../visit.ts";
import { unmarkedText } from "../calls/call_log_view.ts";
import { reportCards } from "./report_cards.ts";
import { barChart, columnChart, heatMap } from "./report_pictures.ts";
import { reportTable } from "./report_table.ts";
import { countText } from "./report_words.ts";

/** A report as its page shows it; so many changed calls (`unmarked`) are not in it as they are now. */
export function reportView(
  visit: Visit,
  query: ReportQuery,
  report: Report,
  unmarked: number,
): ReportView {
  const { t } = visit;
  const { by, first, last, total, before } = report;
  const empty = total.incoming + total.outgoing === 0;
  const timed = TIME_GROUPS.includes(by);
  return {
    by,
    periods: REPORT_PERIODS.map((period) => ({
      label: t(`report.period_${period}`),
      url: reportUrl(query, { period }),
      chosen: query.period === period,
    })),
    groups: REPORT_GROUPS.map((group) => ({
      label: t(`report.by_${group}`),
      url: reportUrl(query, { by: group }),
      chosen: by === group,
    })),
    from: first,
    to: last,
    heading: daysText(visit, first, last),
    compared: t("report.compared", { period: daysText(visit, before.first, before.last) }),
    made: t("report.made", {
      time: visit.format.full(visit.now),
      zone: visit.web.office.timeZone,
    }),
    unmarked: unmarkedText(visit, unmarked),
    empty,
    cards: empty ? [] : reportCards(visit, report),
    columns: timed && !empty ? columnChart(visit, report) : null,
    bars: timed || empty ? null : barChart(visit, report),
    heat: heatMap(visit, report),
    table: reportTable(visit, report),
    notes: notesOf(visit, report),
    excel: reportUrl(query, {}, "/reports/export"),
  };
}

function daysText({ t, language }: Visit, first: string, last: string): string {
  if (first === last) return dayName(first, t);
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  const count = t("report.day_count", { count: countText(days, language) });
  return `${t("report.days", { first: dayName(first, t), last: dayName(last, t) })} (${count})`;
}

function notesOf({ t }: Visit, { by, total }: Report): string[] {
  const own = by === "agent" || by === "extension";
  return [
    t("report.note_times"),
    own ? t("report.note_overlap") : "",
    by === "type" ? t("report.note_types") : "",
    own ? t("report.note_taken") : "",
    total.live > 0 ? t("report.note_live") : "",
  ].filter((note) => note !== "");
}
