import type { List, ListWord } from "../../domain/list_word.ts";
import type { Store } from "../../store/database.ts";
import { NotFound } from "../../store/errors.ts";
import {
  addWord as storeWord,
  moveWord as storeMove,
  renameWord as storeName,
  retireWord as storeRetired,
  wordById,
} from "../../store/list_words.ts";
import { type Desk, requireMay } from "../desk.ts";
import type { Outcome } from "../problem.ts";
import { storeChecked } from "../store_checked.ts";
import { checkWord } from "./word_rules.ts";

/** Adds a word behind the others of its list. The problem stands by `name`. */
export function addWord(desk: Desk, list: List, typed: string): Outcome<{ readonly name: string }> {
  requireMay(desk, "words.manage");
  const { store } = desk;
  const check = () => checkWord(store, list, null, typed);
  return storeChecked(store, check, ({ name }) => storeWord(store, list, name));
}

/** Renames a word, everywhere that it stands. The problem stands by `name`. Throws `NotFound`. */
export function renameWord(
  desk: Desk,
  list: List,
  id: number,
  typed: string,
): Outcome<{ readonly name: string }> {
  requireMay(desk, "words.manage");
  const { store } = desk;
  const check = () => checkWord(store, list, wordThere(store, list, id).id, typed);
  return storeChecked(store, check, ({ name }) => storeName(store, list, id, name));
}

/** Changes places with the word before it (`-1`) or behind it (`1`). Throws `NotFound`. */
export function moveWord(desk: Desk, list: List, id: number, step: -1 | 1): void {
  requireMay(desk, "words.manage");
  const { store } = desk;
  store.transaction(() => storeMove(store, list, wordThere(store, list, id).id, step));
}

/** Offers a word no more, or again; where it stands it stays. Throws `NotFound`. */
export function retireWord(desk: Desk, list: List, id: number, retired: boolean): void {
  requireMay(desk, "words.manage");
  const { store } = desk;
  store.transaction(() => storeRetired(store, list, wordThere(store, list, id).id, retired));
}

function wordThere(store: Store, list: List, id: number): ListWord {
  const word = wordById(store, list, id);
  if (word === null) throw new NotFound("word", id);
  return word;
}
