import { type DuplicatePlace, sayDifferent as storeDifferent } from "../../store/duplicates.ts";
import { type Desk, requireMay } from "../desk.ts";

/** Somebody says that these customers, who stand together at these places, are different people. */
export function sayDifferent(
  desk: Desk,
  places: readonly DuplicatePlace[],
  ids: readonly number[],
): void {
  requireMay(desk, "customers.merge");
  const { store } = desk;
  store.transaction(() => {
    for (const place of places) storeDifferent(store, place, ids);
  });
}
