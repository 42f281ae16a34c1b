import { remindersView } from "./reminders_view.ts";
import { fragment } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** The promised calls and tasks of this person whose time has come. */
export const reminderList: StaffHandler = (c, visit) =>
  fragment(c, visit, "work/reminders", remindersView(visit));
