import { discardImport as storeDiscard } from "../../store/imports.ts";
import { type Desk, requireMay } from "../desk.ts";

/** Takes an import out of the list of which nothing was stored. Any other stays. */
export function discardImport(desk: Desk, importId: number): void {
  requireMay(desk, "customers.import");
  storeDiscard(desk.store, importId);
}
