import { addWord, moveWord, renameWord, retireWord } from "../../desk/words/change_words.ts";
import type { Outcome } from "../../desk/problem.ts";
import { type List, LONGEST_WORD } from "../../domain/list_word.ts";
import { listWords } from "../../store/list_words.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import type { WordListView } from "./word_list_data.ts";
import { idParam } from "../params.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** Where each list is looked after, below `/settings`. */
const LIST_TABS = {
  type: "types",
  grade: "grades",
  break: "breaks",
  skill: "skills",
} as const;

/** Consultation types, grades, reasons for a break or skills. */
export function wordList(list: List): StaffHandler {
  return (c, visit) => listPage(c, visit, list, null);
}

/** Adds a word behind the others. */
export function wordCreate(list: List): StaffHandler {
  return (c, visit) => {
    const name = readForm(c).text("name");
    return answer(c, visit, list, { id: null, name }, addWord(deskOf(visit), list, name));
  };
}

/** Renames a word (`do` is empty), moves it (`up`, `down`), takes it out of use or back (`retire`, `restore`). */
export function wordChange(list: List): StaffHandler {
  return (c, visit) => {
    const [desk, id, form] = [deskOf(visit), idParam(c), readForm(c)];
    switch (form.text("do")) {
      case "up":
        moveWord(desk, list, id, -1);
        break;
      case "down":
        moveWord(desk, list, id, 1);
        break;
      case "retire":
        retireWord(desk, list, id, true);
        break;
      case "restore":
        retireWord(desk, list, id, false);
        break;
      default: {
        const name = form.text("name");
        return answer(c, visit, list, { id, name }, renameWord(desk, list, id, name));
      }
    }
    return c.redirect(pathOf(list), 303);
  };
}

function answer(
  c: WebContext,
  visit: StaffVisit,
  list: List,
  typed: { readonly id: number | null; readonly name: string },
  outcome: Outcome<unknown>,
): Response {
  if (outcome.ok) return c.redirect(pathOf(list), 303);
  const error = errorsOf(outcome.problems, visit.t)["name"] ?? "";
  return listPage(c, visit, list, { ...typed, error });
}

function pathOf(list: List): string {
  return `/settings/${LIST_TABS[list]}`;
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
  return page(c, visit, "words/word_list", data, {
    title: visit.t(`title.${LIST_TABS[list]}`),
    active: "settings",
    status: refused === null ? 200 : 422,
  });
}
