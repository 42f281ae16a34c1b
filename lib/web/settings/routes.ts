import { type Route, staff } from "../route.ts";
import { settingsShow } from "./settings_show.ts";

export const routes: readonly Route[] = [
  staff("GET /settings", "settings.see", "nothing", settingsShow),
];
