import type { SearchResultsView } from "./search_data.ts";

/** As in view_data.ts. */
export interface SearchViews {
  "search/search_results": SearchResultsView;
}
