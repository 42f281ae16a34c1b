import type { Store } from "../database.ts";
import { wordsOf } from "./word_pairs.ts";

/** Of these calls, those that pass, in the same order. */
export type Accept = (ids: readonly number[]) => number[];

/** Calls with these digits in their number. */
export function acceptNumber(store: Store, digits: string): Accept {
  return (ids) => {
    const found = new Set(
      store.all<{ id: number }>(
        `SELECT calls.id FROM json_each(?) AS asked CROSS JOIN calls ON calls.id = asked.value
         WHERE instr(calls.normal, ?) > 0`,
        JSON.stringify(ids),
        digits,
      ).map((call) => call.id),
    );
    return ids.filter((id) => found.has(id));
  };
}

/** Calls with all these words, or parts of words, in their finished notes. */
export function acceptWords(store: Store, text: string): Accept {
  const words = wordsOf(text);
  return (ids) => {
    const found = new Set(
      store.all<{ call_id: number; text: string }>(
        `SELECT note.call_id, group_concat(note.text, char(10)) AS text
         FROM json_each(?) AS asked CROSS JOIN consultations AS note ON note.call_id = asked.value
         WHERE note.state <> 'draft' GROUP BY note.call_id`,
        JSON.stringify(ids),
      ).filter(({ text }) => {
        const own = wordsOf(text);
        return words.every((word) => own.some((one) => one.includes(word)));
      }).map((note) => note.call_id),
    );
    return ids.filter((id) => found.has(id));
  };
}
