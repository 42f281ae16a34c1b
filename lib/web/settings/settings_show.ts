import { settingsView } from "./settings_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** The first page of the settings: every area, and what is wrong there. */
export const settingsShow: StaffHandler = (c, visit) =>
  page(c, visit, "settings/settings", settingsView(visit), {
    title: visit.t("settings.title"),
    active: "settings",
  });
