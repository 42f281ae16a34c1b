import { deepEqual, equal, throws } from "node:assert/strict";
import { CONSOLE } from "../../lib/domain/audit.ts";
import { noteAct } from "../../lib/store/audit/write_audit.ts";
import { catchUp } from "../../lib/store/call_log/catch_up.ts";
import { callsMarked, capacityOf } from "../../lib/store/call_log/marks.ts";
import type { Store } from "../../lib/store/database.ts";
import { setSetting, setting } from "../../lib/store/settings.ts";
import { passingStore } from "../support/passing_store.ts";
import { someCall } from "./fixtures.ts";

class Undone extends Error {}

/** Does `work` in a transaction that ends as if it had never been. */
function undo(store: Store, work: () => void): void {
  const tried = () =>
    store.transaction(() => {
      work();
      throw new Undone();
    });
  throws(tried, Undone);
}

const noteSeen = (store: Store, value: string) =>
  store.late.note({ what: "seen", key: "seen", write: () => setSetting(store, "seen", value) });

Deno.test("what is noted beside a transaction is stored, though the transaction is rolled back", () => {
  const store = passingStore();
  undo(store, () => {
    setSetting(store, "name", "undone");
    noteSeen(store, "all of it undone");
  });
  store.late.write();
  deepEqual([setting(store, "name"), setting(store, "seen")], [null, "all of it undone"]);
  store.transaction(() => {
    undo(store, () => noteSeen(store, "a part of it undone"));
    setSetting(store, "name", "stored");
  });
  store.late.write();
  deepEqual([setting(store, "name"), setting(store, "seen")], ["stored", "a part of it undone"]);
  equal(store.late.size, 0);
  store.close();
});

Deno.test("what is noted while one state of the database is read is stored afterwards", () => {
  const store = passingStore();
  store.snapshot(() => noteSeen(store, "yes"));
  equal(store.late.size, 1);
  store.late.write();
  deepEqual([setting(store, "seen"), store.late.size], ["yes", 0]);
  store.close();
});

Deno.test("the call log's marks follow a transaction that is rolled back around them, whoever asks for them", () => {
  const store = passingStore();
  const missed = (by: Store) => callsMarked(by, "missed", capacityOf(by)).toArray();
  const [first, second] = [someCall(store, {}), someCall(store, {})];
  const setMissed = (id: number) =>
    store.run("UPDATE calls SET answered_at = NULL, outcome = 'missed' WHERE id = ?", id);
  setMissed(first);
  catchUp(store, Infinity);
  deepEqual(missed(store), [first]);
  undo(store, () => {
    setMissed(second);
    catchUp(store, Infinity);
    deepEqual(missed(store), [first, second]);
  });
  deepEqual(missed(store), [first]);
  const visitor = store.as(CONSOLE);
  deepEqual(missed(visitor), [first]);
  setMissed(second);
  catchUp(store, Infinity);
  deepEqual(missed(visitor), [first, second]);
  store.close();
});

Deno.test("an entry of the audit that is rolled back counts for none", () => {
  const store = passingStore().as(CONSOLE);
  undo(store, () => setSetting(store, "office_name", "undone"));
  undo(store, () => noteAct(store, { act: "exported", kind: "calls" }));
  equal(store.noted, 0);
  setSetting(store, "office_name", "stored");
  equal(store.noted, 1);
  store.close();
});
