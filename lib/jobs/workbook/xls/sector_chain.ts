import { JobFailure } from "../../job_failure.ts";

/** Which sector follows each one, and how many there can be. */
export interface Chains {
  readonly next: Uint32Array;
  readonly most: number;
}

/** From here on they are no sectors: the last one's is 0xfffffffe. */
const SPECIAL = 0xfffffffa;

/** The sectors from `start` to the end of their chain. Throws JobFailure `broken_excel` for one that has no end. */
export function chainOf({ next, most }: Chains, start: number): Uint32Array {
  let length = 0;
  for (let sector = start; sector < SPECIAL; sector = next[sector]!) {
    if (sector >= next.length || sector >= most || ++length > most) {
      throw new JobFailure("broken_excel");
    }
  }
  const chain = new Uint32Array(length);
  let sector = start;
  for (let i = 0; i < length; i++) {
    chain[i] = sector;
    sector = next[sector]!;
  }
  return chain;
}
