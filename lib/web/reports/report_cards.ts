import { officeTime } from "../../domain/office_time.ts";
import type { Period, Report, Spread } from "../../domain/report.ts";
import { wallClock } from "../../domain/wall_clock.ts";
import type { ReportCard } from "./report_data.ts";
import type { Visit } from "../visit.ts";
import { type LogFilter, logUrl } from "./report_table.ts";
import { countText, lasting, rateText } from "./report_words.ts";

/** Whether more of it is welcome. */
type Wish = "more" | "less" | "none";

/** The figures of the whole period, each beside that of the period before. */
export function reportCards(visit: Visit, report: Report): ReportCard[] {
  const { t, language, format, now } = visit;
  const { total, before, busy, callBacks, busiest, first, last } = report;
  const period = { from: first, to: last };
  const number = (value: number) => countText(value, language);
  // There is no more and no less than in a time without a single call.
  const compared = before.total.incoming + before.total.outgoing > 0;
  const count = (
    label: string,
    value: (period: Period) => number,
    narrowed: LogFilter | null,
    wish: Wish,
    detail: string,
  ): ReportCard => {
    const [is, was] = [value(report), value(before)];
    return {
      label,
      value: number(is),
      url: narrowed === null || is === 0 ? null : logUrl({ ...period, ...narrowed }),
      detail,
      before: t("report.before", { value: number(was) }),
      change: compared ? change(visit, is - was, wish, number(Math.abs(is - was))) : null,
    };
  };
  const spread = (label: string, value: (period: Period) => Spread, wish: Wish): ReportCard => {
    const [is, was] = [value(report), value(before)];
    const more = (is.median ?? 0) - (was.median ?? 0);
    return {
      label: `${label} · ${t("report.median")}`,
      value: lasting(visit, is.median),
      url: null,
      detail: t("report.spread", {
        mean: lasting(visit, is.mean === null ? null : is.mean / 1000),
        p90: lasting(visit, is.p90),
      }),
      before: t("report.before", { value: lasting(visit, was.median) }),
      change: is.median === null || was.median === null
        ? null
        : change(visit, more, wish, lasting(visit, Math.abs(more))),
    };
  };
  const { first: newCallers, returning, hidden } = total;
  return [
    count(
      t("report.incoming"),
      (one) => one.total.incoming,
      { direction: "in" },
      "none",
      t("report.first_of", {
        first: number(newCallers),
        returning: number(returning),
        hidden: number(hidden),
      }),
    ),
    count(
      t("report.answered"),
      (one) => one.total.answered,
      { outcome: "answered" },
      "none",
      t("report.of_rate", { rate: rateText(total.answered, total.missed) }),
    ),
    count(
      t("report.missed"),
      (one) => one.total.missed,
      { outcome: "missed" },
      "less",
      `${t("report.again")} ${number(total.again)}`,
    ),
    count(t("report.outgoing"), (one) => one.total.outgoing, { direction: "out" }, "none", ""),
    spread(t("report.ring"), (one) => one.total.ring, "less"),
    spread(t("report.talk"), (one) => one.total.talk, "none"),
    {
      label: t("report.callbacks"),
      value: t("report.people", { count: number(callBacks.called) }),
      url: null,
      detail: [
        callBacks.after.median === null ? "" : t("report.callbacks_after", {
          median: lasting(visit, callBacks.after.median),
          p90: lasting(visit, callBacks.after.p90),
        }),
        t("report.callbacks_rest", {
          again: number(callBacks.calledAgain),
          settled: number(callBacks.settled),
          waiting: number(callBacks.waiting),
        }),
      ].filter((text) => text !== "").join(" · "),
      before: t("report.callbacks_of", {
        callers: number(callBacks.callers),
        called: number(callBacks.called),
      }),
      change: null,
    },
    {
      label: t("report.busy"),
      value: t("report.times", { count: number(busy.count) }),
      url: null,
      detail: busy.ms === 0 ? "" : lasting(visit, busy.ms / 1000),
      before: t("report.before", {
        value: t("report.times", { count: number(before.busy.count) }),
      }),
      change: compared
        ? change(
          visit,
          busy.count - before.busy.count,
          "less",
          t("report.times", { count: number(Math.abs(busy.count - before.busy.count)) }),
        )
        : null,
    },
    ...busiest === null ? [] : [{
      label: t("report.busiest"),
      value: t("report.calls", { count: number(busiest.incoming) }),
      url: logUrl(hourFilter(visit, busiest.at)),
      detail: t("report.busiest_calls", {
        time: format.short(busiest.at, now),
        count: number(busiest.incoming),
      }),
      before: "",
      change: null,
    }],
  ];
}

/** The incoming calls of the hour that begins at this moment. */
function hourFilter({ web }: Visit, at: number): LogFilter {
  const { timeZone } = web.office;
  const day = officeTime(timeZone).dayOf(at);
  return { from: day, to: day, hour: String(wallClock(timeZone).at(at).hour), direction: "in" };
}

function change(
  { t }: Visit,
  more: number,
  wish: Wish,
  value: string,
): NonNullable<ReportCard["change"]> {
  if (more === 0) return { text: t("report.same"), kind: "even" };
  const text = t(more > 0 ? "report.more_by" : "report.less_by", { value });
  if (wish === "none") return { text, kind: "even" };
  return { text, kind: (more > 0) === (wish === "more") ? "good" : "bad" };
}
