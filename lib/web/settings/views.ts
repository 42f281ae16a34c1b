import type { SettingsView } from "./settings_data.ts";

/** As in view_data.ts. */
export interface SettingsViews {
  "settings/settings": SettingsView;
}
