import type { WordListView } from "./word_list_data.ts";

/** As in view_data.ts. */
export interface WordsViews {
  "words/word_list": WordListView;
}
