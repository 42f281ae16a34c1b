import { type Route, staff } from "../route.ts";
import { checklistShow } from "./checklist_show.ts";

export const routes: readonly Route[] = [
  staff("GET /settings/checklist", "settings.see", "nothing", checklistShow),
];
