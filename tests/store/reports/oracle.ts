/** The same figures, counted in the plainest way there is. */
import type { Figures, ReportAsked, Spread } from "../../../lib/domain/report.ts";

export interface OracleCall {
  readonly id: number;
  readonly startedAt: number;
  readonly answeredAt: number | null;
  readonly endedAt: number;
  readonly number: string | null;
  readonly types: readonly string[];
  readonly trunk: string;
  readonly direction: "in" | "out";
  readonly outcome: "answered" | "missed" | "outbound";
  readonly extensions: readonly string[];
  readonly agents: readonly string[];
  readonly byExtension: string | null;
  readonly byAgent: string | null;
  readonly grade: string | null;
}

const DAY_MS = 86_400_000;

export function oracleReport(calls: readonly OracleCall[], asked: ReportAsked) {
  const { by, first, last, timeZone } = asked;
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  });
  const wall = (call: OracleCall) => clock.format(call.startedAt);
  const day = (call: OracleCall) => wall(call).slice(0, 10);
  const weekday = (call: OracleCall) => (new Date(`${day(call)}T00:00Z`).getUTCDay() + 6) % 7;
  const hour = (call: OracleCall) => Number(wall(call).slice(11, 13));
  const inside = calls.filter((call) => day(call) >= first && day(call) <= last);
  const length = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  const earlier = (name: string, days: number) =>
    new Date(Date.parse(name) - days * DAY_MS).toISOString().slice(0, 10);
  const before = calls.filter((call) => day(call) >= earlier(first, length) && day(call) < first);
  const keys = (call: OracleCall): readonly string[] => {
    switch (by) {
      case "hour":
        return [String(hour(call))];
      case "weekday":
        return [String(weekday(call))];
      case "day":
        return [day(call)];
      case "month":
        return [day(call).slice(0, 7)];
      case "agent":
        return call.agents.length === 0 ? [""] : call.agents;
      case "extension":
        return call.extensions;
      case "trunk":
        return [call.trunk];
      case "type":
        return call.types.length === 0 ? [""] : call.types;
      case "grade":
        return [call.grade ?? ""];
    }
  };
  const rows: Record<string, unknown> = {};
  for (const key of new Set(inside.flatMap(keys))) {
    const own = inside.filter((call) => keys(call).includes(key));
    const figures = figuresOf(calls, own);
    if (by !== "agent" && by !== "extension") {
      rows[key] = { figures };
      continue;
    }
    const mine = own.filter((call) => (by === "agent" ? call.byAgent : call.byExtension) === key);
    const { ring, talk, answered } = figuresOf(calls, mine);
    rows[key] = { figures: { ...figures, ring, talk }, taken: answered };
  }
  const heat = new Array<number>(168).fill(0);
  for (const call of inside) {
    if (call.direction === "in") heat[weekday(call) * 24 + hour(call)]! += 1;
  }
  return {
    total: figuresOf(calls, inside),
    before: figuresOf(calls, before),
    rows,
    heat,
    busy: busyOf(calls, clock, first, last),
  };
}

function figuresOf(all: readonly OracleCall[], calls: readonly OracleCall[]): Figures {
  const incoming = calls.filter(({ direction }) => direction === "in");
  const answered = incoming.filter(({ outcome }) => outcome === "answered");
  const missed = incoming.filter(({ outcome }) => outcome === "missed");
  const previous = (call: OracleCall) =>
    all.findLast(({ id, number, direction }) =>
      id < call.id && direction === "in" && number === call.number
    );
  const known = incoming.filter(({ number }) => number !== null);
  const returning = known.filter((call) => previous(call) !== undefined);
  return {
    incoming: incoming.length,
    answered: answered.length,
    missed: missed.length,
    live: 0,
    outgoing: calls.length - incoming.length,
    first: known.length - returning.length,
    returning: returning.length,
    hidden: incoming.length - known.length,
    again:
      returning.filter((call) => Math.abs(call.startedAt - previous(call)!.startedAt) <= DAY_MS)
        .length,
    ring: spreadOf(answered.map((call) => call.answeredAt! - call.startedAt)),
    talk: spreadOf(answered.map((call) => call.endedAt - call.answeredAt!)),
    waited: spreadOf(missed.map((call) => call.endedAt - call.startedAt)),
  };
}

function spreadOf(times: readonly number[]): Spread {
  if (times.length === 0) return { count: 0, mean: null, median: null, p90: null };
  const seconds = times.map((ms) => Math.floor(ms / 1000)).sort((a, b) => a - b);
  return {
    count: times.length,
    mean: times.reduce((sum, ms) => sum + ms, 0) / times.length,
    median: seconds[Math.ceil(times.length * 0.5) - 1]!,
    p90: seconds[Math.ceil(times.length * 0.9) - 1]!,
  };
}

/** Between any two moments at which something changes, either all four trunks are busy or not. */
function busyOf(
  calls: readonly OracleCall[],
  clock: Intl.DateTimeFormat,
  first: string,
  last: string,
) {
  const days = (at: number) => clock.format(at).slice(0, 10);
  const moments = new Set(calls.flatMap((call) => [call.startedAt, call.endedAt]));
  // The midnights of the office: its clock is whole hours from UTC.
  const from = Math.min(...moments) - DAY_MS;
  for (let at = from - from % 3_600_000; at < Math.max(...moments) + DAY_MS; at += 3_600_000) {
    if (days(at) !== days(at - 1)) moments.add(at);
  }
  const steps = [...moments].sort((a, b) => a - b);
  const busy = (at: number) =>
    days(at) >= first && days(at) <= last &&
    ["1.1", "1.2", "1.3", "1.4"].every((trunk) =>
      calls.some((call) => call.trunk === trunk && call.startedAt <= at && at < call.endedAt)
    );
  let [count, ms, was] = [0, 0, false];
  steps.forEach((at, index) => {
    const is = busy(at);
    if (is && !was) count++;
    if (is) ms += steps[index + 1]! - at;
    was = is;
  });
  return { count, ms };
}
