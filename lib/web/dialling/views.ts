import type { DiallingView, DialPadView, NumbersView } from "./dial_data.ts";

/** As in view_data.ts. */
export interface DiallingViews {
  "dialling/numbers": NumbersView;
  "dialling/dialling_page": DiallingView;
  "dialling/dial": DialPadView;
  "dialling/dial_pad": DialPadView;
}
