import type { OfficeEvent } from "../domain/event.ts";
import type { Staff } from "../domain/staff.ts";
import type { LiveEvent } from "./live_event.ts";

/** What has been committed, in the order of the commits, as the hub reads it. Each of these asks the database and may throw. */
export interface Committed {
  /** The place of the newest. */
  newest(): Pick<OfficeEvent, "seq" | "at">;
  /** Up to `limit` events behind `seq`. */
  after(seq: number, limit: number): readonly OfficeEvent[];
  /** Null where it is not kept, or never was. */
  at(seq: number): OfficeEvent | null;
  /** What each person is told of it, with the rights of this moment; null is nothing. */
  newsOf(event: OfficeEvent): (person: Staff) => LiveEvent | null;
}

/** Of an office in which nothing is ever committed. */
export const NOTHING_COMMITTED: Committed = {
  newest: () => ({ seq: 0, at: 0 }),
  after: () => [],
  at: () => null,
  newsOf: () => () => null,
};
