import { withinBlock } from "../domain/search_pieces.ts";
import { NEWEST } from "./call_list.ts";

/** Places in one block: a few milliseconds' worth, whatever is asked for. */
const BLOCK_PLACES = 2 ** 18;

export function blockOf(place: number): number {
  return Math.floor(place / BLOCK_PLACES);
}

/** An index whose row numbers are places. */
export interface PlacedIndex<Hit extends { readonly place: number }> {
  /** The highest place below this one; null where there is none. */
  highest(below: number): number | null;
  /** The hits below a place, the highest first, at most `limit` of them. */
  read(expression: string, below: number, limit: number): Hit[];
}

/**
 * The hits of an FTS5 expression from the highest place down, until there are no more, or until `deadline` (of
 * `performance.now()`) has passed. Returns whether that was all of them.
 *
 * FTS5 goes through an index downwards without sorting and stops at the limit. Where words that are common never meet,
 * it goes through all of it, whatever a condition on the row number says: only a piece that all rows of a block
 * have makes it stop where the block ends.
 */
export function* scan<Hit extends { readonly place: number }>(
  { highest, read }: PlacedIndex<Hit>,
  expression: string,
  deadline: number,
  now: () => number = () => performance.now(),
): Generator<Hit, boolean> {
  let bite = FIRST_BITE;
  let atOnce = deadline === Infinity;
  let top = highest(NEWEST);
  while (top !== null) {
    const block = blockOf(top);
    const words = atOnce ? expression : withinBlock(expression, block);
    const startedAt = now();
    const hits = read(words, top + 1, bite);
    const endedAt = now();
    yield* hits;
    const last = hits.length < bite ? null : hits.at(-1) ?? null;
    if (last === null && atOnce) return true;
    top = highest(last?.place ?? block * BLOCK_PLACES);
    if (endedAt > deadline) return top === null;
    // Hits that are none when looked at closely are few; where they are many, more are read at once.
    if (last !== null) bite = Math.min(bite * 2, MOST_AT_ONCE);
    // Rare words, or none of them: there is no end of blocks without them, and all of them together cost nothing.
    else if (endedAt - startedAt < SHORT_MS) atOnce = true;
  }
  return true;
}

const FIRST_BITE = 30;
/** A few milliseconds' worth of hits. */
const MOST_AT_ONCE = 500;
const SHORT_MS = 0.5;
