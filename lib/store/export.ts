import type { Call } from "../domain/call.ts";
import { callsAfter } from "./calls.ts";
import type { Store } from "./database.ts";

/** A page is read in a few milliseconds; between pages nothing is held, however slow the reader is. */
const PAGE = 1000;

/** Every call in the order of the IDs, page by page. Calls that come in meanwhile are at the end. */
export function* everyCall(store: Store): Generator<Call[]> {
  let last = 0;
  while (true) {
    const page = callsAfter(store, last, PAGE);
    const end = page.at(-1);
    if (end === undefined) return;
    yield page;
    last = end.id;
  }
}
