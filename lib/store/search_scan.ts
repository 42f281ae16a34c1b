import { NEWEST } from "./call_list.ts";

/**
 * Reads an index from the highest place down until `wanted` hits were accepted, there are no more, or `deadline`
 * (of `performance.now()`) has passed: what is found by then is what there is. `read` returns the hits below a
 * place, the highest first, at most `limit` of them; the first reading takes as long as it takes.
 *
 * FTS5 goes through a descending index without sorting and stops at the limit, however many hits there are. A
 * lower bound would not make it stop earlier where there are none: it is looked at with each hit only.
 */
export function scan<Hit extends { readonly place: number }>(
  read: (below: number, limit: number) => Hit[],
  accept: (hit: Hit) => boolean,
  wanted: number,
  deadline: number,
): void {
  let accepted = 0;
  let below = NEWEST;
  // Hits that are none when looked at closely are few; where they are many, more are read at once.
  let bite = wanted + 10;
  while (true) {
    const hits = read(below, bite);
    for (const hit of hits) {
      if (accepted < wanted && accept(hit)) accepted++;
    }
    const last = hits.at(-1);
    if (last === undefined || hits.length < bite || accepted >= wanted) return;
    if (performance.now() > deadline) return;
    below = last.place;
    bite = Math.min(bite * 2, MOST_AT_ONCE);
  }
}

/** A few milliseconds' worth of hits. */
const MOST_AT_ONCE = 500;
