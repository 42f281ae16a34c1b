import { withinBlock } from "../domain/search_pieces.ts";
import { NEWEST } from "./call_list.ts";

/** Places in one block. */
const BLOCK_PLACES = 2 ** 18;

export function blockOf(place: number): number {
  return Math.floor(place / BLOCK_PLACES);
}

/** An index whose row numbers are places. */
export interface PlacedIndex<Hit extends { readonly place: number }> {
  /** The highest place, of an index that knows blocks; of one with so many rows that common words may cost too much. */
  highest?(): number;
  /** The hits below a place, the highest first, at most `limit` of them. */
  read(expression: string, below: number, limit: number): Hit[];
}

/**
 * The hits of an FTS5 expression from the highest place down, until there are no more, or until `deadline` (of
 * `performance.now()`) has passed. Returns whether that was all of them.
 *
 * FTS5 goes through an index downwards without sorting and stops at the limit. Where words that are common never meet,
 * it goes through all of it, whatever a condition on the row number says: only a piece that all rows of a block have
 * makes it stop where the block ends. What the highest block takes tells what the others would: where that is more
 * than there is time for, they are left alone.
 */
export function* scan<Hit extends { readonly place: number }>(
  index: PlacedIndex<Hit>,
  expression: string,
  deadline: number,
  now: () => number = () => performance.now(),
): Generator<Hit, boolean> {
  let bite = FIRST_BITE;
  let below = NEWEST;
  const others = deadline === Infinity ? 0 : blockOf(index.highest?.() ?? 0);
  if (others > 0) {
    const startedAt = now();
    const hits = index.read(withinBlock(expression, others), below, bite);
    const endedAt = now();
    yield* hits;
    if (hits.length < bite) {
      if (endedAt + (endedAt - startedAt) * others * READING > deadline) return false;
      below = others * BLOCK_PLACES;
    } else below = hits.at(-1)?.place ?? below;
  }
  while (true) {
    const hits = index.read(expression, below, bite);
    yield* hits;
    const last = hits.at(-1);
    if (last === undefined || hits.length < bite) return true;
    if (now() > deadline) return false;
    below = last.place;
    // Hits that are none when looked at closely are few; where they are many, more are read at once.
    bite = Math.min(bite * 2, MOST_AT_ONCE);
  }
}

/** Of what a block takes; the rest is finding it, which the others do not cost (measured with three million notes). */
const READING = 0.5;
const FIRST_BITE = 30;
/** A few milliseconds' worth of hits. */
const MOST_AT_ONCE = 500;
