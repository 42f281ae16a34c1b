import { exportResponse } from "../export_response.ts";
import type { StaffHandler } from "../visit.ts";

/** Every consultation, as a file. */
export const consultationExport: StaffHandler = (c, visit) =>
  exportResponse(c, visit, "consultations", {});
