import { TIMED_STATES } from "../../domain/agent_state.ts";
import { addDays } from "../../domain/office_time.ts";
import type { Figures, Report, ReportRow, Spread, TrunksBusy } from "../../domain/report.ts";
import { reportKeyName } from "../../text/report_names.ts";
import type { ReportTable, ReportTableRow } from "./report_data.ts";
import type { Visit } from "../visit.ts";
import { clockText, countText, NOTHING, rateText } from "./report_words.ts";

/** A line of the table: a row, the total or the period before. */
interface Line extends Pick<ReportRow, "figures" | "taken" | "busy" | "states"> {
  readonly name: string;
  /** What narrows the log to the calls of the line; null where the log has no such filter. */
  readonly filter: LogFilter | null;
  /** What narrows them further to those that were answered by the agent or at the extension of the line. */
  readonly takenFilter: LogFilter | null;
}

export type LogFilter = Readonly<Record<string, string>>;

interface Column {
  readonly label: string;
  readonly parts: readonly string[];
  cells(line: Line): ReportTableRow["cells"];
}

/** The log's page with these filters. */
export function logUrl(filter: LogFilter): string {
  return `/calls?${new URLSearchParams(filter)}`;
}

/** The whole report in figures, each a link to its calls where the log can show them. */
export function reportTable(visit: Visit, report: Report): ReportTable {
  const { by, first, last, total, busy, before } = report;
  const columns = columnsOf(visit, report);
  const row = (line: Line): ReportTableRow => ({
    name: line.name,
    cells: columns.flatMap((column) => column.cells(line)),
  });
  const year = first.slice(0, 4) !== last.slice(0, 4);
  return {
    heads: columns.map(({ label, parts }) => ({ label, parts })),
    rows: inReadingOrder(report).map((one) =>
      row({
        ...one,
        name: reportKeyName(by, one, visit.t, year),
        filter: filterOfRow(report, one.key),
        takenFilter: takenFilter(report, one.key),
      })
    ),
    total: row({
      ...{ name: visit.t("report.total"), figures: total, taken: null, busy, states: null },
      filter: { from: first, to: last },
      takenFilter: null,
    }),
    before: row({
      ...{ name: visit.t("report.previous"), figures: before.total, taken: null, states: null },
      busy: before.busy,
      filter: { from: before.first, to: before.last },
      takenFilter: null,
    }),
  };
}

/** Time goes on, extensions and trunks count up; of anything else, the most comes first, and "none" last. */
export function inReadingOrder({ by, rows }: Report): readonly ReportRow[] {
  if (!["agent", "type", "grade", "extension", "trunk"].includes(by)) return rows;
  const counts = by === "extension" || by === "trunk";
  return rows.toSorted((a, b) =>
    Number(a.key === "") - Number(b.key === "") ||
    (counts
      ? a.key.localeCompare(b.key, "en", { numeric: true })
      : b.figures.incoming + b.figures.outgoing - a.figures.incoming - a.figures.outgoing)
  );
}

function filterOfRow({ by, first, last }: Report, key: string): LogFilter | null {
  const period = { from: first, to: last };
  switch (by) {
    case "day":
      return { from: key, to: key };
    case "month": {
      const begin = `${key}-01`;
      const end = addDays(`${addDays(begin, 31).slice(0, 8)}01`, -1);
      return { from: begin < first ? first : begin, to: end > last ? last : end };
    }
    case "agent":
    case "extension":
    case "type":
    case "grade":
      return { ...period, ...key === "" ? { lacks: by } : { [by]: key } };
    case "trunk":
      return key === "" ? null : { ...period, trunk: key };
    case "hour":
    case "weekday":
      return { ...period, [by]: key };
    default:
      return by satisfies never;
  }
}

/** Narrows a row of agents or extensions to the calls that they answered themselves. */
function takenFilter({ by }: Report, key: string): LogFilter | null {
  if (key === "") return null;
  if (by === "agent") return { outcome: "answered", by: key };
  if (by === "extension") return { outcome: "answered", byExtension: key };
  return null;
}

function columnsOf(visit: Visit, { by }: Report): Column[] {
  const { t, language } = visit;
  const count = (
    label: string,
    value: (line: Line) => number | null,
    narrowed: (line: Line) => LogFilter | null,
  ): Column => ({
    label,
    parts: [],
    cells: (line) => {
      const number = value(line);
      if (number === null) return [{ text: "", url: null }];
      const further = narrowed(line);
      const linked = number > 0 && further !== null && line.filter !== null;
      const url = linked ? logUrl({ ...line.filter, ...further }) : null;
      return [{ text: number === 0 ? NOTHING : countText(number, language), url }];
    },
  });
  const spread = (label: string, value: (figures: Figures) => Spread): Column => ({
    label,
    parts: [t("report.mean"), t("report.median"), t("report.p90")],
    cells: ({ figures }) => {
      const { mean, median, p90 } = value(figures);
      return [mean === null ? null : mean / 1000, median, p90]
        .map((seconds) => ({ text: clockText(seconds), url: null }));
    },
  });
  const own = by === "agent" || by === "extension";
  return [
    count(t("report.incoming"), ({ figures }) => figures.incoming, () => ({ direction: "in" })),
    count(t("report.answered"), ({ figures }) => figures.answered, () => ({ outcome: "answered" })),
    ...own ? [count(t("report.taken"), ({ taken }) => taken, (line) => line.takenFilter)] : [],
    count(t("report.missed"), ({ figures }) => figures.missed, () => ({ outcome: "missed" })),
    {
      label: t("report.rate"),
      parts: [],
      cells: ({ figures }) => [{ text: rateText(figures.answered, figures.missed), url: null }],
    },
    count(t("report.outgoing"), ({ figures }) => figures.outgoing, () => ({ direction: "out" })),
    spread(t("report.ring"), ({ ring }) => ring),
    spread(t("report.talk"), ({ talk }) => talk),
    count(t("report.first"), ({ figures }) => figures.first, () => ({ visit: "first" })),
    count(
      t("report.returning"),
      ({ figures }) => figures.returning,
      () => ({ visit: "returning" }),
    ),
    count(t("report.again"), ({ figures }) => figures.again, () => ({ visit: "again" })),
    ...["hour", "weekday", "day", "month"].includes(by) ? [busyColumn(visit)] : [],
    ...by === "agent" ? [statesColumn(visit)] : [],
  ];
}

function statesColumn({ t }: Visit): Column {
  return {
    label: t("report.states"),
    parts: TIMED_STATES.map((state) => t(`presence.${state}`)),
    cells: ({ states }) =>
      TIMED_STATES.map((state) => ({
        text: states === null || states[state] === 0 ? NOTHING : clockText(states[state] / 1000),
        url: null,
      })),
  };
}

function busyColumn({ t, language }: Visit): Column {
  const text = (busy: TrunksBusy | null, part: (busy: TrunksBusy) => string) =>
    busy === null || busy.count + busy.ms === 0 ? NOTHING : part(busy);
  return {
    label: t("report.busy"),
    parts: [t("report.busy_count"), t("report.busy_time")],
    cells: ({ busy }) => [
      { text: text(busy, ({ count }) => countText(count, language)), url: null },
      { text: text(busy, ({ ms }) => clockText(ms / 1000)), url: null },
    ],
  };
}
