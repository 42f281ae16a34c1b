import { deepEqual, equal } from "node:assert/strict";
import { BLOCK_IDS } from "../../../lib/domain/id_set.ts";
import { catchUp } from "../../../lib/store/call_log/catch_up.ts";
import { callsMarked, capacityOf } from "../../../lib/store/call_log/marks.ts";
import type { Store } from "../../../lib/store/database.ts";
import { openStore } from "../../../lib/store/open_store.ts";
import { ensureLine } from "../../../lib/store/lines.ts";
import { CallTracker } from "../../../lib/switchboard/tracker.ts";
import { reportOf } from "../../../lib/switches/pbx416/report.ts";
import { eventOf } from "../../switchboard/wire.ts";
import { passingStore } from "../../support/passing_store.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";
import { NOW, someCall } from "../fixtures.ts";

const LIMITS = { ringLapseMs: 60_000, talkLapseMs: 3_600_000 };

/** How often the bits of a mark are read from the database, and how many calls have the mark. */
function reads(store: Store, name: string): { readonly reads: number; readonly calls: number } {
  let count = 0;
  const all = store.all.bind(store);
  store.all = (sql, ...values) => {
    if (sql.includes("FROM call_bits")) count++;
    return all(sql, ...values);
  };
  const calls = callsMarked(store, name, capacityOf(store)).size;
  store.all = all;
  return { reads: count, calls };
}

Deno.test("marks in memory outlive what another connection does with calls, and not what it does with marks", async () => {
  await using folder = await temporaryFolder();
  using stores = new DisposableStack();
  const opened = (claims?: SharedArrayBuffer) => {
    const store = openStore(folder.path, claims === undefined ? { exclusive: true } : { claims });
    stores.defer(() => store.close());
    return store;
  };
  const pages = opened();
  const line = ensureLine(pages, "test", "416");
  const wire = opened(pages.claims);
  const tracker = new CallTracker(wire, line.id, LIMITS);
  const hears = (frame: string) =>
    tracker.handle(
      reportOf({ at: NOW, bytes: new Uint8Array(), event: eventOf(frame), remark: null }),
    );
  hears("C(01011112222)");
  catchUp(pages, Infinity);
  deepEqual(reads(pages, "number"), { reads: 1, calls: 1 });
  hears("N(202)");
  deepEqual(reads(pages, "number"), { reads: 0, calls: 1 }, "a call went on in another thread");
  catchUp(wire, Infinity);
  equal(reads(pages, "ext:202").calls, 1);
  deepEqual(reads(pages, "number"), { reads: 1, calls: 1 }, "another thread has written marks");
});

const marked = (store: Store) => callsMarked(store, "number", capacityOf(store)).toArray();

Deno.test("whoever changes a set that was given out changes nothing that is kept", () => {
  const store = passingStore();
  const id = someCall(store);
  catchUp(store, Infinity);
  // Once as it was read, once as it was kept.
  for (const _ of ["read", "kept"]) {
    callsMarked(store, "number", capacityOf(store)).delete(id);
    deepEqual(marked(store), [id]);
  }
});

Deno.test("a call beyond the last block of a mark that is kept has the mark, too", () => {
  const store = passingStore();
  const first = someCall(store);
  catchUp(store, Infinity);
  deepEqual(marked(store), [first]);
  store.run("UPDATE sqlite_sequence SET seq = ? WHERE name = 'calls'", BLOCK_IDS + 6);
  const far = someCall(store);
  catchUp(store, Infinity);
  equal(far, BLOCK_IDS + 7);
  deepEqual(marked(store), [first, far]);
});

Deno.test("a mark that is kept and that no new call has is read anew where the log has grown", () => {
  const store = passingStore();
  const first = someCall(store);
  catchUp(store, Infinity);
  deepEqual(marked(store), [first]);
  someCall(store, { number: null, reason: "withheld" });
  catchUp(store, Infinity);
  const capacity = capacityOf(store);
  equal(callsMarked(store, "number", capacity).capacity, capacity);
  deepEqual(marked(store), [first]);
});
