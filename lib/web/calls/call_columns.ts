import type { TextKey } from "../../text/translator.ts";
import type { CallSort } from "../../store/call_log/sort.ts";

/** A column of the call log; each one sorts it. */
export interface CallColumn {
  readonly name: CallSort;
  readonly label: TextKey;
  /** Written at the right, in figures of one width. */
  readonly figure: boolean;
  /** Whether somebody sees it who has chosen nothing. */
  readonly usual: boolean;
}

export const CALL_COLUMNS: readonly CallColumn[] = [
  { name: "at", label: "call.when", figure: false, usual: true },
  { name: "state", label: "call.state", figure: false, usual: true },
  { name: "customer", label: "call.customer", figure: false, usual: true },
  { name: "number", label: "name.number", figure: false, usual: true },
  { name: "code", label: "customers.code", figure: false, usual: false },
  { name: "company", label: "name.company", figure: false, usual: false },
  { name: "agent", label: "call.staff", figure: false, usual: true },
  { name: "type", label: "name.type", figure: false, usual: true },
  { name: "ring", label: "call.ring_time", figure: true, usual: true },
  { name: "talk", label: "call.talk_time", figure: true, usual: true },
  { name: "note", label: "call.note", figure: false, usual: true },
];

/** The columns of a choice in their order; the time, by which a row is opened, is always among them. */
export function columnsOf(chosen: readonly string[] | null): CallColumn[] {
  return CALL_COLUMNS.filter(({ name, usual }) =>
    name === "at" || (chosen === null ? usual : chosen.includes(name))
  );
}
