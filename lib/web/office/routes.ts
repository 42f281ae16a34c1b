import { type Route, staff } from "../route.ts";
import { officeSettings, officeSettingsSave } from "./office_settings.ts";
import { retentionSettings, retentionSettingsSave } from "./retention_settings.ts";
import { soundSettings, soundSettingsSave } from "./sound_settings.ts";

export const routes: readonly Route[] = [
  staff("GET /settings/office", "office.manage", "nothing", officeSettings),
  staff("POST /settings/office", "office.manage", "changes", officeSettingsSave),
  staff("GET /settings/sounds", "office.manage", "nothing", soundSettings),
  staff("POST /settings/sounds", "office.manage", "changes", soundSettingsSave),
  staff("GET /settings/retention", "retention.manage", "nothing", retentionSettings),
  staff("POST /settings/retention", "retention.manage", "changes", retentionSettingsSave),
];
