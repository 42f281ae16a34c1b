import { exportResponse } from "../export_response.ts";
import { searchText } from "../params.ts";
import type { StaffHandler } from "../visit.ts";

/** The customers that `?q=` finds, or all of them, as a file. */
export const customerExport: StaffHandler = (c, visit) => {
  const q = searchText(c);
  return exportResponse(c, visit, "customers", q === "" ? {} : { q });
};
