import { type Route, staff } from "../route.ts";
import { dialPad } from "./dial_pad.ts";
import { dialSettings, dialSettingsSave } from "./dial_settings.ts";

import { numberSettings, numberSettingsSave } from "./number_settings.ts";

export const routes: readonly Route[] = [
  staff("GET /dial", "calls.dial", "nothing", dialPad),
  staff("GET /settings/numbers", "dialling.manage", "nothing", numberSettings),
  staff("POST /settings/numbers", "dialling.manage", "changes", numberSettingsSave),
  staff("GET /settings/dialling", "dialling.manage", "nothing", dialSettings),
  staff("POST /settings/dialling", "dialling.manage", "changes", dialSettingsSave),
];
