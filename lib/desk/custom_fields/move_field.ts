import { moveCustomField } from "../../store/custom_fields.ts";
import { type Desk, requireMay } from "../desk.ts";

/** Changes places with the next field in use before it (`-1`) or behind it (`1`). Throws `NotFound`. */
export function moveField(desk: Desk, id: number, step: -1 | 1): void {
  requireMay(desk, "fields.manage");
  moveCustomField(desk.store, id, step);
}
