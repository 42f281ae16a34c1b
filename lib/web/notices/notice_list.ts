import { noticesView } from "../frame/notices_view.ts";
import { fragment } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** What this person is told at the top of each page. */
export const noticeList: StaffHandler = (c, visit) =>
  fragment(c, visit, "notices/notices", { notices: noticesView(visit) });
