import { noticesView } from "../present/notices_view.ts";
import { fragment } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** What this person is told at the top of each page. */
export const noticeList: StaffHandler = (c, visit) =>
  fragment(c, visit, "partials/notices", { notices: noticesView(visit) });
