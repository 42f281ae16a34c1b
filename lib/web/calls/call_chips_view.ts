import { NAMED_RANGES } from "../../domain/office_time.ts";
import { formatNumber } from "../../domain/phone_number.ts";
import { LACKING } from "../../store/call_log/filter.ts";
import { MARK, valuesMarkedEach } from "../../store/call_log/marks.ts";
import { listGroups } from "../../store/extension_groups.ts";
import { listWords } from "../../store/list_words.ts";
import { listStaff } from "../../store/staff.ts";
import { weekdayName } from "../../text/report_names.ts";
import {
  type CallQuery,
  callsUrl,
  type FilterName,
  FILTERS,
  FIRST_PAGE,
  HOURS,
  LESS_OFTEN,
  WEEKDAYS,
} from "./call_query.ts";
import type { ChipView } from "./call_log_data.ts";
import type { Visit } from "../visit.ts";

interface Option {
  readonly value: string;
  readonly label: string;
}

/** What calls have had and people are called, which several filters offer. */
interface Offered {
  readonly staff: readonly Option[];
  /** What stands behind a prefix of the marks of calls. */
  readonly marked: (prefix: string) => string[];
}

const TRUNKS = MARK.trunk("");

/** The filters of the log, each as a chip that says what it does. */
export function callChipsView(visit: Visit, query: CallQuery): ChipView[] {
  const office = {
    staff: listStaff(visit.store).map(({ id, name }) => ({ value: String(id), label: name })),
    marked: valuesMarkedEach(visit.store, [
      ...["unanswered", "internal", TRUNKS],
      ...[MARK.extension(""), MARK.byExtension(""), MARK.grade("")],
    ]),
  };
  return FILTERS.map((name) => chipView(visit, query, name, optionsOf(visit, name, office)))
    // An office without groups is asked for none.
    .filter(({ name, value, options }) => name !== "group" || value !== "" || options.length > 1);
}

function chipView(
  visit: Visit,
  query: CallQuery,
  name: FilterName,
  options: readonly Option[],
): ChipView {
  const chosen = query[name];
  const known = options.find((option) => option.value === chosen);
  const change = name === "range" ? { range: "" as const, from: "", to: "" } : { [name]: "" };
  return {
    name,
    label: visit.t(`filter.${name}`),
    value: chosen === "" ? "" : shown(visit, query, name, known),
    without: callsUrl(query, { ...change, place: FIRST_PAGE }),
    kind: kindOf(name),
    options: [{ value: "", label: visit.t("filter.any") }, ...options].map((option) => ({
      ...option,
      chosen: option.value === chosen,
    })),
    typed: chosen,
    tucked: chosen === "" && LESS_OFTEN.some((one) => one === name),
    from: query.from,
    to: query.to,
  };
}

function kindOf(name: FilterName): ChipView["kind"] {
  if (name === "range") return "range";
  if (name === "number") return "digits";
  return name === "customer" || name === "words" ? "text" : "choice";
}

function shown(
  visit: Visit,
  query: CallQuery,
  name: FilterName,
  option: Option | undefined,
): string {
  if (name === "range" && query.range === "own") return ownRange(visit, query);
  if (name === "number" && query.number.length > 7) {
    return formatNumber(query.number, visit.web.office.numbering);
  }
  if (name === "group" && option === undefined) return visit.t("groups.gone");
  return option?.label ?? query[name];
}

function ownRange(visit: Visit, { from, to }: CallQuery): string {
  if (to === "") return visit.t("filter.since", { from });
  if (from === "") return visit.t("filter.until", { to });
  return from === to ? from : visit.t("filter.between", { from, to });
}

function optionsOf(
  visit: Visit,
  name: FilterName,
  { staff, marked }: Offered,
): readonly Option[] {
  const { store, t } = visit;
  switch (name) {
    case "range":
      return NAMED_RANGES.map((value) => ({ value, label: t(`range.${value}`) }));
    case "outcome":
      return (["missed", "answered", "outbound", "unanswered", "live"] as const)
        .filter((value) => value !== "unanswered" || isThere(marked, value))
        .map((value) => ({ value, label: t(`outcome.${value}`) }));
    case "direction":
      return (["in", "out", "internal"] as const)
        .filter((value) => value !== "internal" || isThere(marked, value))
        .map((value) => ({ value, label: t(`direction.${value}`) }));
    case "agent":
    case "by":
      return staff;
    case "group":
      return listGroups(store).map(({ id, name }) => ({ value: String(id), label: name }));
    case "type":
      // Old notes have those that are not offered any more.
      return listWords(store, "type").map(({ name }) => ({ value: name, label: name }));
    case "caller":
      return (["known", "new", "hidden"] as const)
        .map((value) => ({ value, label: t(`caller.${value}`) }));
    case "note":
      return (["with", "without"] as const).map((value) => ({ value, label: t(`noted.${value}`) }));
    case "extension":
      return marked(MARK.extension("")).map((value) => ({ value, label: value }));
    case "trunk":
      return trunkOptions(visit, marked(TRUNKS));
    case "grade":
      return marked(MARK.grade("")).map((value) => ({ value, label: value }));
    case "visit":
      return (["first", "returning", "again"] as const)
        .map((value) => ({ value, label: t(`report.${value}`) }));
    case "weekday":
      return WEEKDAYS.map((value) => ({ value, label: weekdayName(Number(value), t, "long") }));
    case "hour":
      return HOURS.map((value) => ({
        value,
        label: t("report.hour_name", { hour: value.padStart(2, "0") }),
      }));
    case "byExtension":
      return marked(MARK.byExtension("")).map((value) => ({ value, label: value }));
    case "lacks":
      return LACKING.map((value) => ({ value, label: t(`report.none_${value}`) }));
    case "customer":
    case "number":
    case "words":
      return [];
    default:
      return name satisfies never;
  }
}

/** Whether the office has ever had such calls: many a switch does not tell of them. */
function isThere(marked: Offered["marked"], mark: string): boolean {
  return marked(mark).includes("");
}

/** Trunks by their number; with the line's where there are several lines. */
function trunkOptions({ t }: Visit, marked: readonly string[]): Option[] {
  const trunks = marked.map((value) => {
    const [line = "", trunk = ""] = value.split(".");
    return { value, line, trunk };
  });
  const lines = new Set(trunks.map(({ line }) => line)).size;
  return trunks.map(({ value, line, trunk }) => ({
    value,
    label: lines > 1 ? t("filter.line_trunk", { line, trunk }) : t("step.started", { trunk }),
  }));
}
