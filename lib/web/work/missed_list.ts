import type { StaffHandler } from "../visit.ts";
import { workPath } from "./work_list_view.ts";

/** Missed callers, where they were before they stood among other work. */
export const missedList: StaffHandler = (c) => {
  const whose = (["mine", "done"] as const).find((one) => one === c.req.query("show")) ?? "all";
  return c.redirect(workPath({ kind: "missed", whose }), 303);
};
