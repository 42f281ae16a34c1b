import { sayDifferent } from "../../store/duplicates.ts";
import {
  type LookedAt,
  openRow,
  settleRow as storeSettled,
  settleRows as storeAllSettled,
} from "../../store/import_rows.ts";
import { sharedNumbers } from "../../store/shared_numbers.ts";
import { changeBy, type Desk, requireMay } from "../desk.ts";

/** What is made of rows as they are: right as they are stored, or not to be stored. */
export type RowAnswer = "fine" | "left";

/**
 * Settles a row of a finished import; one that somebody has settled stays as it is. Of two customers with a number in
 * common it says that they are different people, so that nobody is asked again among the duplicates.
 */
export function settleRow(desk: Desk, importId: number, row: number, answer: RowAnswer): void {
  requireMay(desk, "customers.import");
  const { store } = desk;
  store.transaction(() => {
    const found = openRow(store, importId, row);
    if (found === null) return;
    storeSettled(store, importId, row, answer, { change: changeBy(desk) });
    const { customerId, otherId } = found;
    if (customerId === null || otherId === null) return;
    for (const key of sharedNumbers(store, customerId, otherId)) {
      sayDifferent(store, { kind: "number", key }, [customerId, otherId]);
    }
  });
}

/** The same for all that are still open, but that nothing is said of duplicates. */
export function settleAllRows(
  desk: Desk,
  importId: number,
  of: LookedAt,
  answer: RowAnswer,
): void {
  requireMay(desk, "customers.import");
  const { store } = desk;
  store.transaction(() => storeAllSettled(store, importId, of, answer, changeBy(desk)));
}
