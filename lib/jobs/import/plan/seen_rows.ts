import type { ImportedCustomer } from "../../../store/import_batch.ts";
import { RowIndex } from "./row_index.ts";

/** The rows that a file had so far, by whom they are about: however many in less than 100 megabytes. */
export class SeenRows {
  readonly #rows = new RowIndex();

  /**
   * The earlier row about the same customer; null where there is none, and then this one is noted. Throws JobFailure
   * `too_many_rows`.
   */
  twinOf(row: number, customer: ImportedCustomer): number | null {
    return this.#earlier(row, keysOf(customer));
  }

  /** The earlier row with this key of the office's own; likewise. */
  twinByKey(row: number, value: string): number | null {
    return this.#earlier(row, [`\n\n${value}`]);
  }

  #earlier(row: number, texts: readonly string[]): number | null {
    const keys = texts.map(hash);
    for (const key of keys) {
      const twin = this.#rows.get(key);
      if (twin !== null) return twin;
    }
    for (const key of keys) this.#rows.set(key, row);
    return null;
  }
}

function keysOf({ texts, numbers }: ImportedCustomer): string[] {
  const name = sameName(texts.name ?? "");
  if (numbers.length === 0) return [`${name}\n${texts.company ?? ""}`];
  return numbers.map(({ normal }) => `${normal}\n${name}`);
}

/** Names are the same whatever the spaces in them. */
export function sameName(name: string): string {
  return name.replace(/\s+/g, "").toLowerCase();
}

/** 53 bits of two FNV-1a hashes: two of a million rows share one with a chance of one in ten thousand. */
function hash(text: string): number {
  let [a, b] = [0x811c9dc5, 0x9747b28c];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code ^ (a >>> 15), 0x01000193);
  }
  // None is 0.
  return (b & 0x1fffff) * 0x1_0000_0000 + (a >>> 0) || 1;
}
