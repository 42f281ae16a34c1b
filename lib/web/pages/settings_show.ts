import type { StaffHandler } from "../visit.ts";

/** The first page of the settings. */
export const settingsShow: StaffHandler = (c) => c.redirect("/settings/staff", 303);
