import { line } from "../../desk/field_rules.ts";
import { type List, LONGEST_WORD, MOST_WORDS } from "../../domain/list_word.ts";
import {
  addWord,
  isBeingRenamed,
  listWords,
  moveWord,
  renameWord,
  retireWord,
  wordById,
  wordByName,
} from "../../store/list_words.ts";
import { check } from "../forms/check.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import type { WordListView } from "../office_data.ts";
import { idParam } from "../params.ts";
import { page } from "../respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** Where each list is looked after, below `/settings`. */
export const LIST_TABS = { type: "types", grade: "grades", break: "breaks" } as const;

/** Consultation types, grades or reasons for a break. */
export function wordList(list: List): StaffHandler {
  return (c, visit) => listPage(c, visit, list, null);
}

/** Adds a word behind the others. */
export function wordCreate(list: List): StaffHandler {
  return (c, visit) => {
    const name = readForm(c).text("name");
    const checked = checkWord(visit, list, null, name);
    if (!checked.ok) return listPage(c, visit, list, { id: null, name, error: checked.error });
    addWord(visit.store, list, checked.name);
    return c.redirect(pathOf(list), 303);
  };
}

/** Renames a word (`do` is empty), moves it (`up`, `down`), takes it out of use or back (`retire`, `restore`). */
export function wordChange(list: List): StaffHandler {
  return (c, visit) => {
    const { store } = visit;
    const word = wordById(store, list, idParam(c));
    if (word === null) throw new HttpProblem("not_found");
    const form = readForm(c);
    switch (form.text("do")) {
      case "up":
        moveWord(store, list, word.id, -1);
        break;
      case "down":
        moveWord(store, list, word.id, 1);
        break;
      case "retire":
        retireWord(store, list, word.id, true);
        break;
      case "restore":
        retireWord(store, list, word.id, false);
        break;
      default: {
        const name = form.text("name");
        const checked = checkWord(visit, list, word.id, name);
        if (!checked.ok) {
          return listPage(c, visit, list, { id: word.id, name, error: checked.error });
        }
        renameWord(store, list, word.id, checked.name);
      }
    }
    return c.redirect(pathOf(list), 303);
  };
}

function pathOf(list: List): string {
  return `/settings/${LIST_TABS[list]}`;
}

type CheckedWord =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly error: string };

/** `id` is the word that is renamed, null for a new one. */
function checkWord(
  { store, t }: StaffVisit,
  list: List,
  id: number | null,
  typed: string,
): CheckedWord {
  const checked = check(line("word", LONGEST_WORD[list]), typed, t);
  if (!checked.ok) return { ok: false, error: checked.errors["form"] ?? "" };
  const name = checked.value;
  if (name === "") return { ok: false, error: t("field.required", { field: t("name.word") }) };
  const same = wordByName(store, list, name);
  if (same !== null && same.id !== id) {
    const key = same.retired ? "words.taken_retired" : "words.taken";
    return { ok: false, error: t(key, { name }) };
  }
  if (isBeingRenamed(store, list, name)) {
    return { ok: false, error: t("words.being_renamed", { name }) };
  }
  if (id === null && listWords(store, list).length >= MOST_WORDS) {
    return { ok: false, error: t("words.too_many", { max: MOST_WORDS }) };
  }
  return { ok: true, name };
}

function listPage(
  c: WebContext,
  visit: StaffVisit,
  list: List,
  refused: { readonly id: number | null; readonly name: string; readonly error: string } | null,
): Response {
  const words = listWords(visit.store, list);
  const data: WordListView = {
    ...{ list, path: pathOf(list), tab: LIST_TABS[list] },
    words: words.filter(({ retired }) => !retired),
    retired: words.filter(({ retired }) => retired),
    typed: refused?.name ?? "",
    wrongId: refused?.id ?? null,
    error: refused?.error ?? "",
    longest: LONGEST_WORD[list],
  };
  return page(c, visit, "pages/word_list", data, {
    title: visit.t(`title.${LIST_TABS[list]}`),
    active: "settings",
    status: refused === null ? 200 : 422,
  });
}
