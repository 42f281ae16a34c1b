import { SETUP_PAGE } from "../guard/access.ts";
import { anyone, type Route } from "../route.ts";
import { setupSave } from "./setup_save.ts";
import { setupShow } from "./setup_show.ts";

export const routes: readonly Route[] = [
  anyone(`GET ${SETUP_PAGE}`, "nothing", setupShow, "before_setup"),
  anyone(`POST ${SETUP_PAGE}`, "changes", setupSave, "before_setup"),
];
