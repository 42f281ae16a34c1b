import type { List, ListWord } from "../domain/list_word.ts";
import type { Store } from "./database.ts";
import { AlreadyTaken, NotFound } from "./errors.ts";

interface WordRow {
  id: number;
  name: string;
  retired: number;
}

/** Every word of a list in its order, also those that are not offered any more. */
export function listWords(store: Store, list: List): ListWord[] {
  return store.all<WordRow>(
    "SELECT id, name, retired FROM list_words WHERE list = ? ORDER BY position, id",
    list,
  ).map(wordOf);
}

/** The words that are offered, in their order. */
export function offeredWords(store: Store, list: List): string[] {
  return listWords(store, list).filter(({ retired }) => !retired).map(({ name }) => name);
}

/**
 * The word of the list that is meant by `name`: itself, offered or not, or what it was renamed to; a page that
 * was opened before that still says the old one. Null for a word that the list never had.
 */
export function knownWord(store: Store, list: List, name: string): string | null {
  if (wordByName(store, list, name) !== null) return name;
  const renamed = store.get<{ to_name: string }>(
    "SELECT to_name FROM list_renames WHERE list = ? AND from_name = ? ORDER BY id DESC LIMIT 1",
    list,
    name,
  );
  if (renamed === undefined) return null;
  return wordByName(store, list, renamed.to_name) === null
    ? knownWord(store, list, renamed.to_name)
    : renamed.to_name;
}

export function wordById(store: Store, list: List, id: number): ListWord | null {
  const row = store.get<WordRow>(
    "SELECT id, name, retired FROM list_words WHERE list = ? AND id = ?",
    list,
    id,
  );
  return row === undefined ? null : wordOf(row);
}

export function wordByName(store: Store, list: List, name: string): ListWord | null {
  const row = store.get<WordRow>(
    "SELECT id, name, retired FROM list_words WHERE list = ? AND name = ?",
    list,
    name,
  );
  return row === undefined ? null : wordOf(row);
}

/** Whether old records are still being renamed from `name`: it cannot be given to another word before. */
export function isBeingRenamed(store: Store, list: List, name: string): boolean {
  return store.get(
    "SELECT 1 FROM list_renames WHERE list = ? AND from_name = ? AND done = 0",
    list,
    name,
  ) !== undefined;
}

/** Adds a word behind the others. Throws `AlreadyTaken` where the list has it. */
export function addWord(store: Store, list: List, name: string): void {
  store.transaction(() => {
    if (wordByName(store, list, name) !== null) throw new AlreadyTaken("word", name);
    store.run(
      `INSERT INTO list_words (list, name, position)
       SELECT ?1, ?2, coalesce(max(position), 0) + 1 FROM list_words WHERE list = ?1`,
      list,
      name,
    );
  });
}

/**
 * Gives a word another name, in records that have it too: those follow a part at a time (list_renames.ts).
 * Throws `NotFound`, and `AlreadyTaken` where the list has the name.
 */
export function renameWord(store: Store, list: List, id: number, name: string): void {
  store.transaction(() => {
    const word = wordById(store, list, id);
    if (word === null) throw new NotFound("word", id);
    if (word.name === name) return;
    if (wordByName(store, list, name) !== null) throw new AlreadyTaken("word", name);
    store.run("UPDATE list_words SET name = ? WHERE id = ?", name, id);
    store.run(
      "INSERT INTO list_renames (list, from_name, to_name) VALUES (?, ?, ?)",
      list,
      word.name,
      name,
    );
  });
}

/** Takes a word out of use, or back. Throws `NotFound`. */
export function retireWord(store: Store, list: List, id: number, retired: boolean): void {
  const { changes } = store.run(
    "UPDATE list_words SET retired = ? WHERE list = ? AND id = ?",
    retired ? 1 : 0,
    list,
    id,
  );
  if (changes === 0) throw new NotFound("word", id);
}

/** Moves a word before (-1) or behind (1) its neighbour among those that are offered; at the end it stays. */
export function moveWord(store: Store, list: List, id: number, by: -1 | 1): void {
  store.transaction(() => {
    const words = listWords(store, list);
    const offered = words.filter(({ retired }) => !retired);
    const index = offered.findIndex((word) => word.id === id);
    const [word, neighbour] = [offered[index], offered[index + by]];
    if (word === undefined || neighbour === undefined) return;
    const ids = words.map((one) => one.id);
    const [one, other] = [ids.indexOf(word.id), ids.indexOf(neighbour.id)];
    [ids[one], ids[other]] = [neighbour.id, word.id];
    ids.forEach((each, position) =>
      store.run("UPDATE list_words SET position = ? WHERE id = ?", position + 1, each)
    );
  });
}

/** Puts these words in the place of a list that nothing was written with yet: for a new office of another language. */
export function replaceWords(store: Store, list: List, names: readonly string[]): void {
  store.transaction(() => {
    store.run("DELETE FROM list_words WHERE list = ?", list);
    for (const name of names) addWord(store, list, name);
  });
}

function wordOf({ id, name, retired }: WordRow): ListWord {
  return { id, name, retired: retired === 1 };
}
