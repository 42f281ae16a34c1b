import { CallTally } from "../../domain/call_tally.ts";
import { IdSet } from "../../domain/id_set.ts";
import type { AgentTimes } from "../../domain/agent_state.ts";
import type { ReportGroup, ReportRow } from "../../domain/report.ts";
import { callsMarked, MARK, valuesMarked } from "../call_log/marks.ts";
import type { Store } from "../database.ts";
import { listStaff } from "../staff.ts";
import type { CallColumns } from "./call_columns.ts";

/** A group of calls that have a mark in common. */
interface Marked {
  readonly key: string;
  readonly name: string;
  readonly mark: string;
  /** The mark of the calls that it answered or made; null where that is no question. */
  readonly own: string | null;
}

/**
 * Rows of a report whose groups are marks. A call may be in several (it rang at two extensions); one that is in
 * none is in a last row without a key. Rows without calls are left out.
 */
export function markedRows(store: Store, by: ReportGroup, columns: CallColumns): ReportRow[] {
  const { capacity } = columns;
  const rest = callsMarked(store, "all", capacity);
  const rows = groupsOf(store, by).map((group) => {
    const set = callsMarked(store, group.mark, capacity);
    rest.without(set);
    const own = group.own === null ? null : callsMarked(store, group.own, capacity);
    return rowOf(columns, group, set, own);
  });
  const none = rowOf(columns, { key: "", name: "" }, rest, emptyFor(by, capacity));
  return [...rows, none].filter(({ figures }) => figures.incoming + figures.outgoing > 0);
}

/** The rows of agents with how long each was what; who was here and had no call has a row, too. */
export function withStates(
  store: Store,
  rows: readonly ReportRow[],
  times: ReadonlyMap<number, AgentTimes>,
): ReportRow[] {
  const people = new Map(listStaff(store).map(({ id, name }) => [id, name]));
  const known = new Set(rows.map(({ key }) => key));
  const others = [...times].filter(([id]) => !known.has(String(id))).map(([id, states]) => ({
    ...{ key: String(id), name: people.get(id) ?? String(id) },
    ...{ figures: new CallTally().figures(), taken: 0, busy: null, states },
  }));
  return [
    ...rows.map((row) => ({ ...row, states: times.get(Number(row.key || NaN)) ?? null })),
    ...others,
  ];
}

function rowOf(
  columns: CallColumns,
  { key, name }: Pick<Marked, "key" | "name">,
  set: IdSet,
  own: IdSet | null,
): ReportRow {
  const figures = tallyOf(columns, set, own === null).figures();
  if (own === null) return { key, name, figures, taken: null, busy: null, states: null };
  // Ring and talk times belong to whoever answered.
  const mine = tallyOf(columns, own, true).figures();
  const { ring, talk, answered: taken } = mine;
  return { key, name, figures: { ...figures, ring, talk }, taken, busy: null, states: null };
}

function tallyOf(columns: CallColumns, { words }: IdSet, timed: boolean): CallTally {
  const tally = new CallTally();
  const { base, size, kind, answeredAfter, endedAfter } = columns;
  const last = Math.min(words.length, (base + size) >>> 5);
  for (let at = base >>> 5; at < last; at++) {
    const low = at * 32 - base;
    for (let word = words[at]!; word !== 0; word &= word - 1) {
      const place = low + 31 - Math.clz32(word & -word);
      const is = kind[place]!;
      if (is === 0) continue;
      if (timed) tally.add(is, answeredAfter[place]!, endedAfter[place]!);
      else tally.addUntimed(is, endedAfter[place]!);
    }
  }
  return tally;
}

function emptyFor(by: ReportGroup, capacity: number): IdSet | null {
  return by === "agent" || by === "extension" ? new IdSet(capacity) : null;
}

function groupsOf(store: Store, by: ReportGroup): Marked[] {
  switch (by) {
    case "agent": {
      const people = new Map(listStaff(store).map(({ id, name }) => [String(id), name]));
      return valuesMarked(store, MARK.atAgent("")).map((key) => ({
        key,
        name: people.get(key) ?? key,
        mark: MARK.atAgent(key),
        own: MARK.byAgent(key),
      }));
    }
    case "extension":
      return valuesMarked(store, MARK.extension("")).map((key) => ({
        key,
        name: key,
        mark: MARK.extension(key),
        own: MARK.byExtension(key),
      }));
    case "trunk":
      return plain(store, MARK.trunk);
    case "type":
      return plain(store, MARK.type);
    case "grade":
      return plain(store, MARK.grade);
    case "hour":
    case "weekday":
    case "day":
    case "month":
      return [];
    default:
      return by satisfies never;
  }
}

function plain(store: Store, mark: (value: string) => string): Marked[] {
  return valuesMarked(store, mark("")).map((key) => ({
    key,
    name: key,
    mark: mark(key),
    own: null,
  }));
}
