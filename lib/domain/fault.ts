/**
 * The parts of the server of whose faults people and watchdogs are told, the worst first. `fault.<part>` in lib/text is
 * what the mark at the top of each page says.
 */
export const FAULT_PARTS = [
  /** The database's files are not in their place any more. */
  "gone",
  /** A write to the database did not commit. */
  "database",
] as const;

export type FaultPart = (typeof FAULT_PARTS)[number];

/** `detail` is for watchdogs and the log: in English, and nothing of customers in it. */
export interface Fault {
  readonly part: FaultPart;
  readonly detail: string;
}
