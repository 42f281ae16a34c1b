import type { Store } from "../store/database.ts";

/** What was checked: right, or not. */
type Checked<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false };

/** Checks, and stores what is right, in one transaction: what it was compared with is not old by then. */
export function storeChecked<Value, Result extends Checked<Value>>(
  store: Store,
  check: () => Result & Checked<Value>,
  write: (value: Value) => void,
): Result {
  return store.transaction(() => {
    const checked = check();
    if (checked.ok) write(checked.value);
    return checked;
  });
}
