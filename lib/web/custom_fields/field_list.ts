import { fieldListView } from "./field_list_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** What the office wants to know about customers besides. */
export const fieldList: StaffHandler = (c, visit) =>
  page(c, visit, "custom_fields/field_list", fieldListView(visit), {
    title: visit.t("title.fields"),
    active: "settings",
  });
