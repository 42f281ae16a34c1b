import type { StaffHandler } from "../visit.ts";

export const homeShow: StaffHandler = (c) => c.redirect("/desk", 303);
