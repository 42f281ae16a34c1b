import type { TrunkListView } from "./trunk_data.ts";

/** As in view_data.ts. */
export interface TrunksViews {
  "trunks/trunk_list": TrunkListView;
}
