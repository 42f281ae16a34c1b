import { type Route, staff } from "../route.ts";
import {
  holidayCreate,
  holidayRemove,
  holidaysAdd,
  hoursSettings,
  hoursSettingsSave,
} from "./hours_settings.ts";

export const routes: readonly Route[] = [
  staff("GET /settings/hours", "office.manage", "nothing", hoursSettings),
  staff("POST /settings/hours", "office.manage", "changes", hoursSettingsSave),
  staff("POST /settings/hours/holidays", "office.manage", "changes", holidayCreate),
  staff("POST /settings/hours/holidays/public", "office.manage", "changes", holidaysAdd),
  staff("POST /settings/hours/holidays/remove", "office.manage", "changes", holidayRemove),
];
