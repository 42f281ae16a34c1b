import { passed } from "../base/passed.ts";
import type { Store } from "./database.ts";

/** As long as a person waits for a page without a thought. */
const PATIENCE_MS = 5000;
const LOOK_EVERY_MS = 20;

/**
 * Waits until `store` can be written, which is at once but for another program's lock, and lets everybody else go
 * on meanwhile; false when it took longer than `patienceMs`. Whoever writes right after it does not wait.
 */
export async function whenFree(store: Store, patienceMs = PATIENCE_MS): Promise<boolean> {
  if (store.isFree()) return true;
  const claims = new Int32Array(store.claims);
  const end = performance.now() + patienceMs;
  Atomics.add(claims, 0, 1);
  try {
    while (performance.now() < end) {
      await passed(LOOK_EVERY_MS);
      if (store.isFree()) return true;
    }
    return false;
  } finally {
    Atomics.sub(claims, 0, 1);
  }
}
