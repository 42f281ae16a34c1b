import { deepEqual, equal, throws } from "node:assert/strict";
import { BLOCK_IDS } from "../../../lib/domain/id_set.ts";
import { catchUp } from "../../../lib/store/call_log/catch_up.ts";
import { callsMarked, capacityOf } from "../../../lib/store/call_log/marks.ts";
import { openStore, type Store } from "../../../lib/store/database.ts";
import { passingStore } from "../../support/passing_store.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";
import { someCall } from "../fixtures.ts";

const missed = (store: Store) => callsMarked(store, "missed", capacityOf(store)).toArray();
const toMissed = "UPDATE calls SET answered_at = NULL, outcome = 'missed' WHERE id = ?";

Deno.test("a mark that is kept follows what this connection and any other one writes", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path);
  const other = openStore(folder.path);
  const [first, second] = [someCall(store, {}), someCall(store, {})];
  store.run(toMissed, first);
  catchUp(store, Infinity);
  deepEqual([missed(store), missed(other)], [[first], [first]]);
  store.run(toMissed, second);
  catchUp(store, Infinity);
  deepEqual([missed(store), missed(other)], [[first, second], [first, second]]);
  other.run("DELETE FROM calls WHERE id = ?", first);
  catchUp(other, Infinity);
  deepEqual([missed(store), missed(other)], [[second], [second]]);
  other.close();
  store.close();
});

Deno.test("whoever changes a set that was given out changes nothing that is kept", () => {
  const store = passingStore();
  const id = someCall(store, {});
  store.run(toMissed, id);
  catchUp(store, Infinity);
  missed(store);
  callsMarked(store, "missed", capacityOf(store)).delete(id);
  deepEqual(missed(store), [id]);
  store.close();
});

Deno.test("what was undone is in no mark, and calls of a new block are", () => {
  const store = passingStore();
  const id = someCall(store, {});
  catchUp(store, Infinity);
  deepEqual(missed(store), []);
  store.run(toMissed, id);
  store.run(
    "CREATE TEMP TRIGGER full BEFORE DELETE ON call_changes BEGIN SELECT raise(ABORT, 'full'); END",
  );
  throws(() => catchUp(store, Infinity), /full/);
  deepEqual(missed(store), []);
  store.run("DROP TRIGGER full");
  catchUp(store, Infinity);
  deepEqual(missed(store), [id]);
  store.run("UPDATE sqlite_sequence SET seq = ? WHERE name = 'calls'", BLOCK_IDS + 6);
  const far = someCall(store, {});
  store.run(toMissed, far);
  catchUp(store, Infinity);
  deepEqual(missed(store), [id, far]);
  equal(far, BLOCK_IDS + 7);
  store.close();
});
