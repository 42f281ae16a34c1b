import type { DiallingView, DialPadView } from "./dial_data.ts";

/** As in view_data.ts. */
export interface DiallingViews {
  "dialling/dialling_page": DiallingView;
  "dialling/dial": DialPadView;
  "dialling/dial_pad": DialPadView;
}
