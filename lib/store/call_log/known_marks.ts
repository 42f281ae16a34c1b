import { BLOCK_BYTES, type IdSet } from "../../domain/id_set.ts";
import type { Store } from "../database.ts";

/** Of five million calls a mark is 625 kB: so many bytes are some two dozen marks, and every mark of most offices. */
const MOST_BYTES = 16 * 2 ** 20;

/** The marks that were asked for last, as they stand in the database: reading one takes ten times as long. */
export class KnownMarks {
  /** The one that was asked for last stands last. */
  readonly #sets = new Map<string, IdSet>();
  #version: number | null = null;

  /** What was kept is void where another connection has written since. */
  look(version: number): void {
    if (version !== this.#version) this.#sets.clear();
    this.#version = version;
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

  /** What this connection has written did not come about. */
  forget(): void {
    this.#sets.clear();
  }
}

const known = new WeakMap<Store, KnownMarks>();

export function knownMarks(store: Store): KnownMarks {
  let marks = known.get(store);
  if (marks === undefined) known.set(store, marks = new KnownMarks());
  marks.look(
    store.get<{ data_version: number }>("PRAGMA data_version")?.data_version ?? 0,
  );
  return marks;
}
