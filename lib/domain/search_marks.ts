import type { SearchQuery } from "./search_query.ts";
import { folded, placeOf } from "./search_text.ts";

/** A piece of a text; `mark` where it is what was searched for. */
export interface MarkedPiece {
  readonly text: string;
  readonly mark: boolean;
}

/** `text` in pieces, what the query's words found in it marked; one piece without a mark where that is nothing. */
export function marked(text: string, query: SearchQuery): MarkedPiece[] {
  const { letters, from, to } = withPlaces(text);
  const found: [number, number][] = [];
  for (const { text: word, digits, half } of query.words) {
    for (const wanted of digits === null ? [word] : [digits, word]) {
      const place = wanted === "" ? -1 : placeOf(wanted, letters, half);
      if (place < 0) continue;
      found.push([from[place] ?? 0, to[place + wanted.length - 1] ?? text.length]);
      break;
    }
  }
  return cut(text, found.toSorted(([a], [b]) => a - b));
}

/** The folded text, and where in the text each of its letters begins and ends. */
function withPlaces(text: string) {
  let letters = "";
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const letter of text) {
    for (const unit of folded(letter).split("")) {
      letters += unit;
      from.push(at);
      to.push(at + letter.length);
    }
    at += letter.length;
  }
  return { letters, from, to };
}

function cut(text: string, found: readonly [number, number][]): MarkedPiece[] {
  const result: MarkedPiece[] = [];
  let at = 0;
  const add = (end: number, mark: boolean) => {
    if (end > at) result.push({ text: text.slice(at, end), mark });
    at = Math.max(at, end);
  };
  for (const [from, to] of found) {
    add(from, false);
    add(to, true);
  }
  add(text.length, false);
  return result;
}

/** The part of a long text around the first mark: at most `before` letters before it, and `length` in all. */
export function excerpt(
  pieces: readonly MarkedPiece[],
  before: number,
  length: number,
): MarkedPiece[] {
  const first = pieces.findIndex((piece) => piece.mark);
  const lead = pieces[0];
  if (first !== 1 || lead === undefined || lead.text.length <= before) {
    return shortened(pieces, length);
  }
  return shortened(
    [{ text: `…${lead.text.slice(-before)}`, mark: false }, ...pieces.slice(1)],
    length,
  );
}

function shortened(pieces: readonly MarkedPiece[], length: number): MarkedPiece[] {
  const result: MarkedPiece[] = [];
  let left = length;
  for (const piece of pieces) {
    if (left <= 0) break;
    const text = [...piece.text];
    result.push(
      text.length <= left ? piece : { text: `${text.slice(0, left).join("")}…`, mark: piece.mark },
    );
    left -= text.length;
  }
  return result;
}
