import type { CardView, DetailView, PopupsView } from "./desk_data.ts";

/** As in view_data.ts. */
export interface DeskViews {
  "desk/desk": { readonly card: CardView; readonly detail: DetailView };
  "desk/popups": PopupsView;
  "desk/card": CardView;
  "desk/detail": DetailView;
}
