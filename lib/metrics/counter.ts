import type { Family, Sample } from "./family.ts";

/** Counts what happened since the start, by its labels. */
export class Counter<Label extends string> implements Family {
  readonly type = "counter";
  readonly #counts = new Map<string, { labels: Record<Label, string>; value: number }>();

  /** The labels must have few values: each set of them is kept for ever. */
  constructor(readonly name: string, readonly help: string) {}

  add(labels: Record<Label, string>, count = 1): void {
    const key = Object.values(labels).join("\n");
    const known = this.#counts.get(key);
    if (known === undefined) this.#counts.set(key, { labels, value: count });
    else known.value += count;
  }

  samples(): readonly Sample[] {
    return [...this.#counts.values()];
  }
}
