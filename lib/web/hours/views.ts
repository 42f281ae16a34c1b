import type { HoursPageView } from "./hours_data.ts";

/** As in view_data.ts. */
export interface HoursViews {
  "hours/hours": HoursPageView;
}
