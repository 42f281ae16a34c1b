import { z } from "zod";
import { type List, LONGEST_WORD, MOST_WORDS } from "../../domain/list_word.ts";
import type { Store } from "../../store/database.ts";
import { isBeingRenamed, listWords, wordByName } from "../../store/list_words.ts";
import { check, line, wrong } from "../field_rules.ts";
import type { Outcome } from "../problem.ts";

/** Checks a word of a list; `id` is the word that is renamed, null for a new one. The problem stands by `name`. */
export function checkWord(
  store: Store,
  list: List,
  id: number | null,
  typed: string,
): Outcome<{ readonly name: string }> {
  const name = line("word", LONGEST_WORD[list]).superRefine((name, ctx) => {
    if (name === "") return ctx.addIssue(wrong("field.required", { field: "word" }));
    const same = wordByName(store, list, name);
    if (same !== null && same.id !== id) {
      ctx.addIssue(wrong(same.retired ? "words.taken_retired" : "words.taken", { name }));
    }
    if (isBeingRenamed(store, list, name)) ctx.addIssue(wrong("words.being_renamed", { name }));
    if (id === null && listWords(store, list).length >= MOST_WORDS) {
      ctx.addIssue(wrong("words.too_many", { max: MOST_WORDS }));
    }
  });
  return check(z.object({ name }), { name: typed });
}
