import type { List, ListWord } from "../../domain/list_word.ts";

/** `words/word_list` */
export interface WordListView {
  readonly list: List;
  /** `/settings/types` */
  readonly path: string;
  /** The name of its tab. */
  readonly tab: string;
  readonly words: readonly ListWord[];
  readonly retired: readonly ListWord[];
  /** What was typed and is wrong: `wrongId` is null for the new word. */
  readonly typed: string;
  readonly wrongId: number | null;
  readonly error: string;
  readonly longest: number;
}
