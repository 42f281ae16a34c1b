import { CHANGED_KINDS } from "../domain/event.ts";
import type { Numbering } from "../domain/numbering.ts";
import type { Store } from "./database.ts";
import { noteEvent } from "./events.ts";
import { numberingOf } from "./numbering.ts";
import { rereadCalls } from "./reread_calls.ts";
import { rereadCustomers } from "./reread_customers.ts";
import { rereadEntries } from "./reread_entries.ts";
import type { Slice } from "./reread_slice.ts";

/** Counted up when the program reads numbers otherwise than before. */
const READER = 2;

/** What is read anew, in this order: who calls is found by the customers' numbers first. */
const PHASES = ["customers", "entries", "calls"] as const;
type Phase = (typeof PHASES)[number];

interface Progress {
  read_as: string;
  phase: Phase | "done";
  after_id: number;
  changed: number;
}

const REREADERS: Readonly<
  Record<Phase, (store: Store, numbering: Numbering, after: number) => Slice>
> = { customers: rereadCustomers, entries: rereadEntries, calls: rereadCalls };

/**
 * Reads the next stored numbers as numbers are read now, in one short transaction at `now` (ms since the epoch, UTC); what
 * was typed and told stays as it is. Begins anew when the office says otherwise how numbers are read. Returns whether there
 * is more to do.
 */
export function continueRereading(store: Store, now: number): boolean {
  const numbering = numberingOf(store);
  const { phase, after_id: after, changed, read_as } = progressOf(store);
  if (read_as !== readAs(numbering)) {
    writeProgress(store, { read_as: readAs(numbering), phase: PHASES[0], after_id: 0, changed: 0 });
    return true;
  }
  if (phase === "done") return false;
  store.transaction(() => {
    const slice = REREADERS[phase](store, numbering, after);
    const all = changed === 1 || slice.changed ? 1 : 0;
    const next = PHASES[PHASES.indexOf(phase) + 1] ?? "done";
    writeProgress(store, {
      read_as,
      ...slice.last === null ? { phase: next, after_id: 0 } : { phase, after_id: slice.last },
      changed: all,
    });
    // Pages show whose a number is, and whose a call.
    if (slice.last === null && next === "done" && all === 1) {
      noteEvent(store, { kind: "customer", audience: CHANGED_KINDS.customer }, now);
    }
  });
  return true;
}

/** Whether stored numbers are still to be read as the office has its numbers read now. */
export function isRereading(store: Store): boolean {
  const { phase, read_as } = progressOf(store);
  return phase !== "done" || read_as !== readAs(numberingOf(store));
}

function readAs({ country, areaCode, outsideDigit, featurePrefixes }: Numbering): string {
  return JSON.stringify([READER, country, areaCode, outsideDigit, ...featurePrefixes]);
}

function progressOf(store: Store): Progress {
  return store.get<Progress>(
    "SELECT read_as, phase, after_id, changed FROM number_reading WHERE id = 1",
  )!;
}

function writeProgress(store: Store, { read_as, phase, after_id, changed }: Progress): void {
  store.run(
    "UPDATE number_reading SET read_as = ?, phase = ?, after_id = ?, changed = ? WHERE id = 1",
    read_as,
    phase,
    after_id,
    changed,
  );
}
