import type { Call } from "../../lib/domain/call.ts";
import { callById } from "../../lib/store/calls.ts";
import type { Store } from "../../lib/store/database.ts";

/** Every call of an office, in the order in which they came. */
export function storedCalls(store: Store): Call[] {
  return store.all<{ id: number }>("SELECT id FROM calls ORDER BY id")
    .map(({ id }) => callById(store, id)!);
}
