import { TIMED_STATES } from "../../domain/agent_state.ts";
import type { Figures, Report, ReportRow, Spread, TrunksBusy } from "../../domain/report.ts";
import type { Store } from "../../store/database.ts";
import { makeReport } from "../../store/reports/make_report.ts";
import { reportKeyName } from "../../text/report_names.ts";
import { type Translate, translator } from "../../text/translator.ts";
import { writeXlsxRows, type XlsxCell, type XlsxColumn } from "../xlsx.ts";
import type { ReportRequest } from "./request.ts";

/** A report is counted when its first byte is asked for. */
export function reportStream(
  store: Store,
  { format, language, asked }: ReportRequest,
): ReadableStream<Uint8Array> {
  const report = makeReport(store, asked);
  switch (format) {
    case "json":
      return new Blob([JSON.stringify(report)]).stream();
    case "xlsx":
      return workbook(report, translator(language));
    default:
      return format satisfies never;
  }
}

/** A line of the sheet: a row, the total or the period before. */
type Line = Pick<ReportRow, "figures" | "taken" | "busy" | "states"> & { readonly name: string };

interface Column extends XlsxColumn {
  value(line: Line): XlsxCell;
}

function workbook(report: Report, t: Translate): ReadableStream<Uint8Array> {
  const { by, rows, total, busy, before } = report;
  const lines: Line[] = [
    ...rows.map((row) => ({ ...row, name: reportKeyName(by, row, t) })),
    { name: t("report.total"), figures: total, taken: null, busy, states: null },
    {
      name: `${t("report.previous")} ${before.first} - ${before.last}`,
      figures: before.total,
      taken: null,
      busy: before.busy,
      states: null,
    },
  ];
  const columns = columnsOf(report, t);
  const cells = lines.map((line) => columns.map((column) => column.value(line)));
  return writeXlsxRows(`${report.first} - ${report.last}`, columns, cells);
}

function columnsOf({ by }: Report, t: Translate): Column[] {
  const count = (key: Parameters<Translate>[0], value: (figures: Figures) => number): Column => ({
    heading: t(key),
    width: 11,
    kind: "number",
    value: ({ figures }) => value(figures),
  });
  const seconds = (what: "ring" | "talk" | "waited", part: "mean" | "median" | "p90"): Column => ({
    heading: t("report.seconds", { name: t(`report.${what}`), what: t(`report.${part}`) }),
    width: 16,
    kind: "number",
    value: ({ figures }) => secondsOf(figures[what], part),
  });
  const own = by === "agent" || by === "extension";
  return [
    { heading: t(`report.by_${by}`), width: 22, kind: "text", value: ({ name }) => name },
    count("report.incoming", ({ incoming }) => incoming),
    count("report.answered", ({ answered }) => answered),
    count("report.missed", ({ missed }) => missed),
    {
      heading: `${t("report.rate")} (%)`,
      width: 11,
      kind: "number",
      value: ({ figures: { answered, missed } }) =>
        answered + missed === 0 ? null : Math.round(answered / (answered + missed) * 1000) / 10,
    },
    count("report.outgoing", ({ outgoing }) => outgoing),
    ...own
      ? [{ ...count("report.taken", () => 0), value: ({ taken }: Line) => taken }]
      : [] satisfies Column[],
    ...(["ring", "talk", "waited"] as const).flatMap((what) =>
      (["mean", "median", "p90"] as const).map((part) => seconds(what, part))
    ),
    count("report.first", ({ first }) => first),
    count("report.returning", ({ returning }) => returning),
    count("report.hidden", ({ hidden }) => hidden),
    count("report.again", ({ again }) => again),
    busyColumn(`${t("report.busy")}, ${t("report.busy_count")}`, ({ count }) => count),
    busyColumn(`${t("report.busy")} (s)`, ({ ms }) => Math.round(ms / 1000)),
    ...by === "agent"
      ? TIMED_STATES.map((state): Column => ({
        heading: `${t(`presence.${state}`)} (s)`,
        width: 16,
        kind: "number",
        value: ({ states }) => states === null ? null : Math.round(states[state] / 1000),
      }))
      : [],
  ];
}

function busyColumn(heading: string, value: (busy: TrunksBusy) => number): Column {
  return {
    heading,
    width: 16,
    kind: "number",
    value: ({ busy }) => busy === null ? null : value(busy),
  };
}

function secondsOf(spread: Spread, part: "mean" | "median" | "p90"): number | null {
  const { mean } = spread;
  if (part !== "mean") return spread[part];
  return mean === null ? null : Math.round(mean / 100) / 10;
}
