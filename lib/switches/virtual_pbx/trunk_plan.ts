import type { PbxStep } from "./pbx_step.ts";

/**
 * Which trunk each call is on. The day's calls have trunks of their own, which calls that the server asked
 * for may have taken meanwhile: then a call of the day comes in on another one.
 */
export class TrunkPlan {
  readonly #trunks: readonly string[];
  readonly #taken = new Set<string>();
  /** The day's trunk -> the trunk that its call is really on; null where it found all of them taken. */
  readonly #day = new Map<string, string | null>();

  constructor(trunks: readonly string[]) {
    this.#trunks = trunks;
  }

  /** The trunk of a step of the day; null where its call got no trunk, and did not happen. */
  follow({ trunk, mi }: PbxStep): string | null {
    const known = this.#day.get(trunk);
    const real = known === undefined ? this.seize(trunk) : known;
    this.#day.set(trunk, real);
    if (mi === "F") {
      this.#day.delete(trunk);
      if (real !== null) this.free(real);
    }
    return real;
  }

  /** Takes a trunk, the preferred one where it is free; null where none is. */
  seize(preferred: string | null): string | null {
    const free = this.#trunks.filter((trunk) => !this.#taken.has(trunk));
    const trunk = free.find((trunk) => trunk === preferred) ?? free.at(-1) ?? null;
    if (trunk !== null) this.#taken.add(trunk);
    return trunk;
  }

  free(trunk: string): void {
    this.#taken.delete(trunk);
  }
}
