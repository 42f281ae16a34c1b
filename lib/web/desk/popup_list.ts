import { popupsView } from "./popups_view.ts";
import { fragment } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** The pop-ups as they stand, from the store: right after a reload and after any silence. */
export const popupList: StaffHandler = (c, visit) =>
  fragment(c, visit, "desk/popups", popupsView(visit));
