import { deepEqual, equal, ok } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { attachmentsAt } from "../../lib/store/attachments.ts";
import { storedCalls } from "../support/stored_calls.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { historyOf } from "../../lib/store/history.ts";
import { undoMerge } from "../../lib/store/merge/undo_merge.ts";
import { migrate } from "../../lib/store/migrate.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { waitingMissed } from "../support/missed_callers.ts";
import { triesOf } from "../support/tries_of.ts";

/** The schema before: notes hung on calls or on nothing, missed callers on calls. */
const BEFORE = 23;

/**
 * Two customers, of whom 2 was merged into 1; calls 1 to 6 of theirs and of strangers; notes 1 to 3 on calls, two of them
 * on the same one, 4 to 6 without, 5 being one of customer 2; missed callers in each state.
 */
const OFFICE = `
  INSERT INTO lines (id, device, dialect) VALUES (1, 'played', '416');
  INSERT INTO staff (id, login, name, role, password_hash, created_at)
  VALUES (1, 'kim', '김민지', 'agent', 'x', 1), (2, 'lee', '이수진', 'agent', 'x', 1);
  INSERT INTO customers (id, name, created_at, changed_at, version) VALUES (1, '김민수', 1, 1, 2);
  INSERT INTO customer_numbers VALUES (1, 0, '01011112222', '01011112222', '');
  INSERT INTO calls (id, line_id, switch_call, trunk, direction, state, number, normal, started_at, answered_at, ended_at,
    heard_at, outcome, customer_id, match)
  VALUES (1, 1, '1-1', '1', 'in', 'ended', '01011112222', '01011112222', 100, 110, 120, 120, 'answered', 1, 'number'),
    (2, 1, '1-2', '1', 'in', 'ended', '01033334444', '01033334444', 200, 210, 220, 220, 'answered', 1, 'number'),
    (3, 1, '1-3', '1', 'in', 'ended', '01055556666', '01055556666', 300, NULL, 320, 320, 'missed', NULL, NULL),
    (4, 1, '1-4', '1', 'in', 'ended', '01055556666', '01055556666', 400, NULL, 420, 420, 'missed', NULL, NULL),
    (5, 1, '1-5', '1', 'in', 'ended', NULL, NULL, 500, NULL, 520, 520, 'missed', NULL, NULL),
    (6, 1, '1-6', '1', 'in', 'ended', '01077778888', '01077778888', 600, NULL, 620, 620, 'missed', NULL, NULL),
    (7, 1, '1-7', '1', 'in', 'ended', '01099990000', '01099990000', 700, 710, 720, 720, 'answered', NULL, NULL);
  INSERT INTO consultations (id, call_id, customer_id, staff_id, type, text, state, created_at, changed_at)
  VALUES (1, 1, 1, 1, '주문', '첫 통화', 'done', 115, 115), (2, 1, 1, 2, '', '옆 사람', 'open', 116, 116),
    (3, 2, 1, 1, '', '합쳐진 고객', 'draft', 215, 215), (4, NULL, 1, 1, '문의', '방문', 'done', 150, 150),
    (5, NULL, 1, 1, '', '합쳐진 고객의 방문', 'done', 150, 150), (6, NULL, NULL, 2, '', '누구의 것도 아닌', 'open', 9, 9);
  INSERT INTO consultation_revisions VALUES (1, 1, '주문', '처음 적은 것', 'done', NULL, 5, 1);
  INSERT INTO attachments (consultation_id, name, type, size, sha256, created_at)
  VALUES (5, '견적서.pdf', 'application/pdf', 2, x'00', 5);
  INSERT INTO missed_callers (id, normal, tries, first_at, last_at, last_call_id, state, staff_id, reached_by, changed_at)
  VALUES (1, '01055556666', 2, 300, 400, 4, 'taken', 1, NULL, 430),
    (2, NULL, 1, 500, 500, 5, 'open', NULL, NULL, 520), (3, '01077778888', 1, 600, 600, 6, 'done', NULL, 7, 700);
  INSERT INTO missed_calls VALUES (3, 1), (4, 1), (5, 2), (6, 3);
  INSERT INTO audit (at, actor, name, address, act, kind, record, label, before, after)
  VALUES (5, 'staff', '김민지', '', 'changed', 'consultation', '1', '김민수', '{"text":"처음 적은 것"}', '{"text":"첫 통화"}');
  INSERT INTO customer_merges (id, survivor_id, survivor_before, survivor_after, merged_at) VALUES (1, 1,
    '{"id":1,"version":1,"fields":{"name":"김민수","changed_at":1,"version":1},"numbers":[],"custom":{}}',
    '{"id":1,"version":2,"fields":{"name":"김민수","changed_at":800,"version":2},"numbers":[],"custom":{}}', 800);
  INSERT INTO merged_customers VALUES (2, 1,
    '{"id":2,"version":1,"fields":{"name":"김민슈","created_at":1,"changed_at":1,"version":1},"numbers":[],"custom":{}}');
  INSERT INTO merge_rows (merge_id, customer_id, place, kind, row) VALUES
    (1, 2, 'calls.customer_id', 'moved', '{"id":2}'), (1, 2, 'consultations.customer_id', 'moved', '{"id":3}'),
    (1, 2, 'consultations.customer_id', 'moved', '{"id":5}');`;

/** What an office had, by table; a column that the update added is left out. */
function kept(db: DatabaseSync): unknown {
  const tables = ["calls", "missed_callers", "consultation_revisions", "attachments", "customers"];
  const notes =
    `SELECT id, call_id, customer_id, staff_id, type, text, state, callback_at, created_at, changed_at,
    version FROM consultations`;
  const audit = "SELECT * FROM audit WHERE kind = 'consultation'";
  return [...tables.map((table) => `SELECT * FROM ${table}`), notes, audit]
    .map((sql) => db.prepare(sql).all().map((row) => JSON.stringify(row)));
}

/** A data folder with the office above, updated; `before` is what it had. */
function updated(folder: string): { readonly before: unknown; readonly after: unknown } {
  const db = new DatabaseSync(`${folder}/belltower.sqlite`);
  migrate(db, BEFORE);
  db.exec(OFFICE);
  const before = kept(db);
  const told: number[] = [];
  migrate(db, BEFORE + 1, (step) => step.kind === "step" && told.push(step.done));
  ok(told.length > 1, "the update says how far it is");
  equal(db.prepare("PRAGMA integrity_check").get()?.["integrity_check"], "ok");
  const after = kept(db);
  db.close();
  return { before, after };
}

Deno.test("notes, missed callers, files and audit are after the update as they were, and hang on interactions", async () => {
  await using folder = await temporaryFolder();
  const { before, after } = updated(folder.path);
  deepEqual(after, before);
  const store = openStore(folder.path);
  const hung = store.all<{ it: string }>(
    `SELECT concat_ws(' ', note.id, channel, 'call', coalesce(made.call_id, '-'), 'customer', coalesce(made.customer_id, '-'),
       made.began_at, coalesce(address, '-')) AS it
     FROM consultations AS note JOIN interactions AS made ON made.id = note.interaction_id
     LEFT JOIN contact_points ON contact_points.id = contact_point_id ORDER BY note.id`,
  ).map(({ it }) => it);
  deepEqual(hung, [
    "1 call call 1 customer 1 100 01011112222",
    "2 call call 1 customer 1 100 01011112222",
    "3 call call 2 customer 1 200 01033334444",
    "4 other call - customer 1 150 -",
    "5 other call - customer 1 150 -",
    "6 other call - customer - 9 -",
  ]);
  deepEqual(waitingMissed(store).map(({ id, state }) => [id, state]), [
    [1, "held"],
    [2, "waiting"],
  ]);
  deepEqual([1, 2, 3].map((id) => triesOf(store, id, 10)), [[4, 3], [5], [6]]);
  equal(storedCalls(store).length, 7);
  equal(store.get("SELECT 1 FROM interactions WHERE call_id = 7"), undefined);
  store.close();
});

Deno.test("the time line of a customer is after the update in the same order", async () => {
  await using folder = await temporaryFolder();
  updated(folder.path);
  const store = openStore(folder.path);
  const line = historyOf(store, 1, { before: null, limit: 10 });
  const told = line.map((entry) => [
    entry.kind === "call" ? entry.id : null,
    entry.consultations.map(({ id }) => id),
  ]);
  deepEqual(told, [[2, [3]], [null, [5]], [null, [4]], [1, [1, 2]]]);
  store.close();
});

Deno.test("a merge from before the update is undone after it, with calls, notes and what they hang on", async () => {
  await using folder = await temporaryFolder();
  updated(folder.path);
  const store = openStore(folder.path);
  deepEqual(undoMerge(store, 1, { by: null, at: 900 }), [2]);
  const ids = (customerId: number) =>
    historyOf(store, customerId, { before: null, limit: 10 })
      .map(({ consultations }) => consultations.map(({ id }) => id));
  deepEqual(ids(1), [[4], [1, 2]]);
  deepEqual(ids(2), [[3], [5]]);
  deepEqual(attachmentsAt(store, { kind: "consultation", id: 5 }).map(({ name }) => name), [
    "견적서.pdf",
  ]);
  store.close();
});
