/** One change of one place, as somebody might make it by mistake. */
export interface Mutant {
  /** The source, `lib/server/server.ts`. */
  readonly file: string;
  /** What the change is, in words that stay the same when lines move. */
  readonly name: string;
  /** From which character on the source is another one, and where that ends. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The one test that is to notice it; without it, whichever reaches the source. */
  readonly seenBy?: string;
}

export function mutated(source: string, { from, to, text }: Mutant): string {
  return source.slice(0, from) + text + source.slice(to);
}

/** The number of the line in which the change is, from 1. */
export function lineOf(source: string, { from }: Mutant): number {
  return source.slice(0, from).split("\n").length;
}
