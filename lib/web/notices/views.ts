import type { NoticeView } from "../page_data.ts";

/** As in view_data.ts. */
export interface NoticesViews {
  "notices/notices": { readonly notices: readonly NoticeView[] };
}
