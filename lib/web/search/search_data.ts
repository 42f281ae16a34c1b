import type { MarkedPiece } from "../../domain/search_marks.ts";

/** `search/search_results`: what the field under which it opens has found. */
export interface SearchResultsView {
  readonly query: string;
  readonly found: readonly FoundView[];
  /** There may be others: the list shows them. */
  readonly more: boolean;
  /** False where time was up before everything was looked through. */
  readonly complete: boolean;
  /** The call whose customer is looked for; null where a customer is to be opened. */
  readonly callId: number | null;
}

export interface FoundView {
  /** What was searched for in place of what was typed, for this one and those below; null where it is not new. */
  readonly guess: string | null;
  readonly id: number;
  readonly code: string;
  readonly name: readonly MarkedPiece[];
  readonly company: readonly MarkedPiece[];
  readonly grade: string;
  readonly warning: boolean;
  /** The number that fits best; null where there is none. */
  readonly number: { readonly digits: string; readonly shown: readonly MarkedPiece[] } | null;
  /** Where the words were found, if it was not in any of these; empty otherwise. */
  readonly text: readonly MarkedPiece[];
}
