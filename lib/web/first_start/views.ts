import type { SetupCodeView, SetupView } from "./setup_data.ts";

/** As in view_data.ts. */
export interface FirstStartViews {
  "first_start/setup_code": SetupCodeView;
  "first_start/setup": SetupView;
}
