import type { AgentTimes } from "./agent_state.ts";
import type { OfficeDay } from "./office_time.ts";

/** What the rows of a report are. */
export const REPORT_GROUPS = [
  "hour",
  "weekday",
  "day",
  "month",
  "agent",
  "extension",
  "trunk",
  "type",
  "grade",
] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];

/** The groups that follow from when a call began: each call is in one row exactly. */
export const TIME_GROUPS: readonly ReportGroup[] = ["hour", "weekday", "day", "month"];

/** What a report is asked for. */
export interface ReportAsked {
  readonly by: ReportGroup;
  /** Days of the office's calendar; both belong to the period. */
  readonly first: OfficeDay;
  readonly last: OfficeDay;
  /** IANA name of the office's zone. */
  readonly timeZone: string;
  /** Ms since the epoch, UTC: a call that goes on has lasted until now. */
  readonly now: number;
}

/** How long something took. Nothing was measured: all null. */
export interface Spread {
  readonly count: number;
  /** Exact, in ms. */
  readonly mean: number | null;
  /**
   * In whole seconds, as the call log shows them. Exact: of all times in order, the one in the middle (of two,
   * the shorter), and the first that at least nine in ten do not exceed.
   */
  readonly median: number | null;
  readonly p90: number | null;
}

/** What is counted. Each is a number of calls that the call log shows with the same filter. */
export interface Figures {
  readonly incoming: number;
  readonly answered: number;
  readonly missed: number;
  /** Incoming, and not over yet. */
  readonly live: number;
  readonly outgoing: number;
  /** Incoming: the number's first call ever; from a number that had called before; without a number. */
  readonly first: number;
  readonly returning: number;
  readonly hidden: number;
  /** Incoming: the same number had called within 24 hours before. */
  readonly again: number;
  /** From the first ring to the answer, of answered calls. */
  readonly ring: Spread;
  readonly talk: Spread;
  /** How long those waited whom nobody answered. */
  readonly waited: Spread;
}

/** When no further caller could get through: every trunk of a line was in use. */
export interface TrunksBusy {
  readonly count: number;
  readonly ms: number;
}

/** What became of the callers who were missed in the period. */
export interface CallBacks {
  readonly callers: number;
  /** The office called them; they called again and were answered; somebody said that nothing is left to do. */
  readonly called: number;
  readonly calledAgain: number;
  readonly settled: number;
  readonly waiting: number;
  /** From the first missed call until the office called. */
  readonly after: Spread;
}

export interface ReportRow {
  /** `9` for an hour, `0` (Monday) for a weekday, a day, a month `2026-11`, an ID, a number, a name; '' is none of them. */
  readonly key: string;
  /** Of people and trunks; else the key. */
  readonly name: string;
  readonly figures: Figures;
  /** Answered by this agent or at this extension, the last one where there were several; null for other groups. */
  readonly taken: number | null;
  /** For groups by time. */
  readonly busy: TrunksBusy | null;
  /** Of agents, what they said of themselves; null for other groups, and of nobody. */
  readonly states: AgentTimes | null;
}

/** A period, counted. */
export interface Period {
  readonly first: OfficeDay;
  readonly last: OfficeDay;
  readonly total: Figures;
  readonly busy: TrunksBusy;
  readonly callBacks: CallBacks;
}

export interface Report extends Period {
  readonly by: ReportGroup;
  readonly rows: readonly ReportRow[];
  /** Incoming calls by weekday (Monday first) and hour: 7 x 24. */
  readonly heat: readonly number[];
  /** The hour in which most calls came in, by its first moment; null without calls. */
  readonly busiest: { readonly at: number; readonly incoming: number } | null;
  /** The period of the same length before. */
  readonly before: Period;
}
