import type { Figures, Report, ReportRow } from "../../domain/report.ts";
import { reportKeyName, weekdayName } from "../../text/report_names.ts";
import type { BarChart, ColumnChart, HeatMap, Stack } from "./report_data.ts";
import type { Visit } from "../visit.ts";
import { inReadingOrder, logUrl } from "./report_table.ts";
import { countText } from "./report_words.ts";

const WIDTH = 960;
const COLUMNS = { height: 232, left: 44, top: 10, bottom: 204 } as const;
const BARS = { left: 148, row: 26, thick: 16, right: 60, most: 20 } as const;
const HEAT = { left: 44, top: 20, height: 24, gap: 2 } as const;
/** A label of the axis needs so much room. */
const LABEL = 44;

const PARTS = ["answered", "missed", "live", "outgoing"] as const;

function callsOf({ incoming, outgoing }: Figures): number {
  return incoming + outgoing;
}

/** The parts of a stack from `from` on, `unit` per call. */
function partsOf(figures: Figures, from: number, unit: number): Stack["parts"] {
  let at = from;
  return PARTS.map((kind) => {
    const part = { kind, at, length: figures[kind] * unit };
    at += part.length;
    return part;
  }).filter(({ length }) => length !== 0);
}

function titleOf({ t, language }: Visit, name: string, figures: Figures): string {
  const { answered, missed, outgoing } = figures;
  const [a, m, o] = [answered, missed, outgoing].map((count) => countText(count, language));
  return t("report.bar", { name, answered: a!, missed: m!, outgoing: o! });
}

/** Time as columns from left to right. */
export function columnChart(visit: Visit, { by, rows, first, last }: Report): ColumnChart {
  const { height, left, top, bottom } = COLUMNS;
  const most = Math.max(1, ...rows.map(({ figures }) => callsOf(figures)));
  const step = niceStep(most / 4);
  const highest = Math.ceil(most / step) * step;
  const unit = (bottom - top) / highest;
  const each = (WIDTH - left) / Math.max(1, rows.length);
  const width = Math.max(0.5, Math.min(each * 0.78, 64));
  const every = Math.ceil(LABEL / each);
  const year = first.slice(0, 4) !== last.slice(0, 4);
  return {
    width: WIDTH,
    height,
    left,
    bottom,
    columns: rows.map((row, index) => ({
      x: round(left + index * each + (each - width) / 2),
      width: round(width),
      title: titleOf(visit, reportKeyName(by, row, visit.t, year), row.figures),
      parts: partsOf(row.figures, 0, unit).map(({ kind, at, length }) => ({
        kind,
        at: round(bottom - at - length),
        length: round(length),
      })),
    })),
    ticks: Array.from({ length: highest / step + 1 }, (_, index) => ({
      y: round(bottom - index * step * unit),
      label: countText(index * step, visit.language),
    })),
    labels: rows.flatMap((row, index) =>
      index % every === 0
        ? [{ x: round(left + (index + 0.5) * each), text: axisName(visit, by, row) }]
        : []
    ),
  };
}

/** Short enough for the axis: `9`, `Mon`, `11/21`, `2026-11`. */
function axisName(visit: Visit, by: Report["by"], { key }: ReportRow): string {
  if (by === "weekday") return weekdayName(Number(key), visit.t, "short");
  if (by === "day") return `${Number(key.slice(5, 7))}/${Number(key.slice(8))}`;
  return key;
}

/** 1, 2 or 5 times a power of ten, at least 1. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? 1;
}

/** People, trunks and the like as bars, the first twenty. */
export function barChart(visit: Visit, report: Report): BarChart {
  const rows = inReadingOrder(report).filter(({ figures }) =>
    figures.incoming + figures.outgoing > 0
  ).slice(0, BARS.most);
  const most = Math.max(1, ...rows.map(({ figures }) => callsOf(figures)));
  const unit = (WIDTH - BARS.left - BARS.right) / most;
  return {
    width: WIDTH,
    height: rows.length * BARS.row,
    left: BARS.left,
    bars: rows.map((row, index) => {
      const name = reportKeyName(report.by, row, visit.t);
      return {
        name: fitting(name, BARS.left - 16),
        y: index * BARS.row + (BARS.row - BARS.thick) / 2,
        height: BARS.thick,
        title: titleOf(visit, name, row.figures),
        parts: partsOf(row.figures, BARS.left, unit).map(({ kind, at, length }) => ({
          kind,
          at: round(at),
          length: round(length),
        })),
        end: round(BARS.left + callsOf(row.figures) * unit + 8),
        value: countText(callsOf(row.figures), visit.language),
      };
    }),
  };
}

/** As much of a name as has room; Hangul is about twice as wide as a letter. */
function fitting(name: string, room: number): string {
  const widthOf = (text: string) =>
    [...text].reduce((width, letter) => width + (letter < "\u1100" ? 7 : 12), 0);
  if (widthOf(name) <= room) return name;
  const letters = [...name];
  while (letters.length > 1 && widthOf(letters.join("")) > room - 12) letters.pop();
  return `${letters.join("")}…`;
}

/** The hours of the week; the fullest is the darkest. */
export function heatMap(visit: Visit, { heat, first, last }: Report): HeatMap {
  const { left, top, height, gap } = HEAT;
  const most = Math.max(1, ...heat);
  const each = (WIDTH - left) / 24;
  return {
    width: WIDTH,
    height: top + 7 * (height + gap),
    cells: heat.map((count, index) => {
      const [weekday, hour] = [Math.floor(index / 24), index % 24];
      const share = count / most;
      return {
        x: round(left + hour * each),
        y: top + weekday * (height + gap),
        width: round(each - gap),
        height,
        share: round(share),
        strong: share > 0.55,
        text: count === 0 ? "" : shortCount(count),
        title: visit.t("report.heat_cell", {
          weekday: weekdayName(weekday, visit.t, "long"),
          hour,
          count: countText(count, visit.language),
        }),
        url: count === 0 ? null : logUrl({
          ...{ from: first, to: last, direction: "in" },
          ...{ weekday: String(weekday), hour: String(hour) },
        }),
      };
    }),
    rows: Array.from({ length: 7 }, (_, weekday) => ({
      y: top + weekday * (height + gap) + height / 2,
      text: weekdayName(weekday, visit.t, "short"),
    })),
    columns: Array.from({ length: 24 }, (_, hour) => ({
      x: round(left + (hour + 0.5) * each - gap / 2),
      text: String(hour),
    })),
  };
}

/** Five letters at most: `9,999` is `10k`. */
function shortCount(count: number): string {
  return count < 10_000 ? String(count) : `${Math.round(count / 1000)}k`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
