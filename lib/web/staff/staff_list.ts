import { staffListView } from "./staff_list_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Everybody who has or had an account. */
export const staffList: StaffHandler = (c, visit) =>
  page(c, visit, "staff/staff_list", staffListView(visit), {
    title: visit.t("title.staff"),
    active: "settings",
  });
