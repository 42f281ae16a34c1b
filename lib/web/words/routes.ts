import { type Route, staff } from "../route.ts";
import { wordChange, wordCreate, wordList } from "./word_list.ts";

export const routes: readonly Route[] = [
  staff("GET /settings/types", "words.manage", "nothing", wordList("type")),
  staff("POST /settings/types", "words.manage", "changes", wordCreate("type")),
  staff("POST /settings/types/:id", "words.manage", "changes", wordChange("type")),
  staff("GET /settings/grades", "words.manage", "nothing", wordList("grade")),
  staff("POST /settings/grades", "words.manage", "changes", wordCreate("grade")),
  staff("POST /settings/grades/:id", "words.manage", "changes", wordChange("grade")),
  staff("GET /settings/breaks", "words.manage", "nothing", wordList("break")),
  staff("POST /settings/breaks", "words.manage", "changes", wordCreate("break")),
  staff("POST /settings/breaks/:id", "words.manage", "changes", wordChange("break")),
  staff("GET /settings/skills", "words.manage", "nothing", wordList("skill")),
  staff("POST /settings/skills", "words.manage", "changes", wordCreate("skill")),
  staff("POST /settings/skills/:id", "words.manage", "changes", wordChange("skill")),
];
