import { BLOCK_BYTES, type IdSet } from "../../domain/id_set.ts";
import type { Store } from "../database.ts";

/** Of five million calls a mark is 625 kB: so many bytes are some two dozen marks, and every mark of most offices. */
const MOST_BYTES = 16 * 2 ** 20;

/** The marks that were asked for last, as they stand in the database: reading one takes ten times as long. */
export class KnownMarks {
  /** The one that was asked for last stands last. */
  readonly #sets = new Map<string, IdSet>();
  #asOf = "";

  /** `asOf` names the state of the database: what was kept of another one is void. */
  look(asOf: string): void {
    if (asOf !== this.#asOf) this.#sets.clear();
    this.#asOf = asOf;
  }

  /** This connection has written marks, and told `write`: what is kept is of this state now. */
  goOn(asOf: string): void {
    this.#asOf = asOf;
  }

  get(name: string, capacity: number): IdSet | null {
    const set = this.#sets.get(name);
    if (set?.capacity !== capacity) return null;
    this.#sets.delete(name);
    this.#sets.set(name, set);
    return set;
  }

  keep(name: string, set: IdSet): void {
    this.#sets.delete(name);
    this.#sets.set(name, set);
    const most = Math.floor(MOST_BYTES / set.words.byteLength);
    for (const oldest of this.#sets.keys()) {
      if (this.#sets.size <= most) break;
      this.#sets.delete(oldest);
    }
  }

  /** This connection writes a block of a mark. */
  write(name: string, block: number, bits: Uint8Array): void {
    const set = this.#sets.get(name);
    if (set === undefined) return;
    if ((block + 1) * BLOCK_BYTES > set.words.byteLength) this.#sets.delete(name);
    else new Uint8Array(set.words.buffer).set(bits, block * BLOCK_BYTES);
  }
}

const known = new WeakMap<object, KnownMarks>();

/** The marks of a connection, whoever acts on it. */
export function knownMarks(store: Store): KnownMarks {
  let marks = known.get(store.connection);
  if (marks === undefined) known.set(store.connection, marks = new KnownMarks());
  marks.look(stateOf(store));
  return marks;
}

/** Counts that this connection has written marks, in the same transaction; what it keeps of them goes on. */
export function countMarksWritten(store: Store): void {
  const marks = knownMarks(store);
  store.run("UPDATE call_log_state SET marks_version = marks_version + 1");
  marks.goOn(stateOf(store));
}

/** Rises when any connection has written marks, and when this one has taken back what it wrote. */
function stateOf(store: Store): string {
  const row = store.get<{ marks_version: number }>("SELECT marks_version FROM call_log_state");
  return `${row?.marks_version} ${store.undone}`;
}
