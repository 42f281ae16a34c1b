import { NEWEST } from "./call_list.ts";

/** A part of an index, by place: `from` to `below`, `below` excluded. */
export interface Span {
  readonly from: number;
  readonly below: number;
}

/**
 * So many parts are read in any case: those who were in contact and those who never were, of whom a machine that
 * is busy for a moment must find as much as an idle one.
 */
const LEAST_PARTS = 2;
/** A part that took less may be followed by a bigger one, and one that took more must not. */
const QUICK_MS = 1;

/**
 * Reads an index from the newest place down until `wanted` hits were accepted, or until `deadline` (of
 * `performance.now()`). Words that are common each by itself and rare together would otherwise have the whole
 * index read; so it is read in parts, and what is found in time is what there is.
 * The first part has `firstPart` places: each part costs a seek of every word, and a big one costs time.
 * `read` returns the hits of one part, the newest first, at most `limit`, with a place each; `highestBelow` says
 * where the next place is that is anybody's (null: none), so that no time goes into gaps.
 */
export function scan<Hit extends { readonly place: number }>(
  read: (span: Span, limit: number) => Hit[],
  accept: (hit: Hit) => boolean,
  wanted: number,
  highestBelow: (place: number) => number | null,
  deadline: number,
  firstPart: number,
): void {
  let below = NEWEST;
  let size = firstPart;
  let accepted = 0;
  // Hits that are no hits when looked at closely are few; a part with many of them is read on in bigger bites.
  let bite = wanted + 10;
  for (let parts = 0; accepted < wanted; parts++) {
    const startedAt = performance.now();
    if (parts >= LEAST_PARTS && startedAt > deadline) return;
    const highest = highestBelow(below);
    if (highest === null) return;
    below = highest + 1;
    const from = Math.max(0, below - size);
    const hits = read({ from, below }, bite);
    for (const hit of hits) {
      if (accepted < wanted && accept(hit)) accepted++;
    }
    const last = hits.length < bite ? undefined : hits.at(-1);
    below = last === undefined ? from : last.place;
    if (last !== undefined) bite = Math.min(bite * 2, 1000);
    else if (performance.now() - startedAt < QUICK_MS) size *= 4;
  }
}
