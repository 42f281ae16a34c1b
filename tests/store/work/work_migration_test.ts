import { deepEqual, equal, ok } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { openStore } from "../../../lib/store/open_store.ts";
import { consultationById } from "../../../lib/store/consultations.ts";
import { undoMerge } from "../../../lib/store/merge/undo_merge.ts";
import { migrate } from "../../../lib/store/migrate.ts";
import { dueReminders } from "../../../lib/store/reminders.ts";
import { doneWork, openWork } from "../../../lib/store/work/work_list.ts";
import { triesOf } from "../../support/tries_of.ts";
import { stepsOf } from "../../../lib/store/work/work_steps.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";

/** The schema before: missed callers in a list of their own, promised calls in their consultations alone. */
const BEFORE = 25;

/**
 * Customer 2 was merged into 1, with the missed caller 4. Missed callers in each state: 1 is open after two tries, 2 (no
 * number) is taken, 3 is done by kim, 4 was reached by the call 7. Notes: 1 promises a call, 2 another one whose reminder was put away, 3 is
 * a draft that would promise one, 4 is done.
 */
const OFFICE = `
  INSERT INTO lines (id, device, dialect) VALUES (1, 'played', '416');
  INSERT INTO staff (id, login, name, role, password_hash, created_at)
  VALUES (1, 'kim', '김민지', 'agent', 'x', 1), (2, 'lee', '이수진', 'agent', 'x', 1);
  INSERT INTO customers (id, name, created_at, changed_at, version) VALUES (1, '김민수', 1, 1, 2);
  INSERT INTO calls (id, line_id, switch_call, trunk, direction, state, number, normal, started_at, answered_at, ended_at,
    heard_at, outcome, customer_id, match)
  VALUES (1, 1, '1-1', '1', 'in', 'ended', '01055556666', '01055556666', 100, NULL, 120, 120, 'missed', NULL, NULL),
    (2, 1, '1-2', '1', 'in', 'ended', '01055556666', '01055556666', 200, NULL, 220, 220, 'missed', NULL, NULL),
    (3, 1, '1-3', '1', 'in', 'ended', NULL, NULL, 300, NULL, 320, 320, 'missed', NULL, NULL),
    (4, 1, '1-4', '1', 'in', 'ended', '01077778888', '01077778888', 400, NULL, 420, 420, 'missed', NULL, NULL),
    (5, 1, '1-5', '1', 'in', 'ended', '01011112222', '01011112222', 500, NULL, 520, 520, 'missed', 1, 'number'),
    (7, 1, '1-7', '1', 'in', 'ended', '01011112222', '01011112222', 700, 710, 720, 720, 'answered', 1, 'number');
  INSERT INTO contact_points (id, kind, address)
  VALUES (1, 'telephone', '01055556666'), (2, 'telephone', '01077778888'), (3, 'telephone', '01011112222');
  INSERT INTO interactions (id, channel, contact_point_id, customer_id, call_id, began_at, ended_at)
  VALUES (1, 'call', 1, NULL, 1, 100, 120), (2, 'call', 1, NULL, 2, 200, 220), (3, 'call', NULL, NULL, 3, 300, 320),
    (4, 'call', 2, NULL, 4, 400, 420), (5, 'call', 3, 1, 5, 500, 520), (6, 'call', 3, 1, 7, 700, 720),
    (7, 'other', NULL, 1, NULL, 150, 150);
  INSERT INTO missed_callers (id, normal, customer_id, tries, first_at, last_at, last_call_id, state, staff_id, reached_by, changed_at)
  VALUES (1, '01055556666', NULL, 2, 100, 200, 2, 'open', NULL, NULL, 220),
    (2, NULL, NULL, 1, 300, 300, 3, 'taken', 2, NULL, 350), (3, '01077778888', NULL, 1, 400, 400, 4, 'done', 1, NULL, 450),
    (4, '01011112222', 1, 1, 500, 500, 5, 'done', NULL, 7, 720);
  INSERT INTO missed_interactions VALUES (1, 1), (2, 1), (3, 2), (4, 3), (5, 4);
  INSERT INTO consultations (id, interaction_id, call_id, customer_id, staff_id, text, state, callback_at, created_at,
    changed_at, changed_by, reminder_seen_at)
  VALUES (1, 6, 7, 1, 1, '납기를 알려 드린다', 'callback', 9000, 715, 800, NULL, NULL),
    (2, 7, NULL, 1, 1, '다녀가심', 'callback', 8000, 150, 160, 2, 8500),
    (3, 6, 7, 1, 2, '초안', 'draft', 9500, 716, 716, NULL, NULL), (4, 5, 5, 1, 1, '끝', 'done', NULL, 515, 515, NULL, NULL);
  INSERT INTO customer_merges (id, survivor_id, survivor_before, survivor_after, merged_at) VALUES (1, 1,
    '{"id":1,"version":1,"fields":{"name":"김민수","changed_at":1,"version":1},"numbers":[],"custom":{}}',
    '{"id":1,"version":2,"fields":{"name":"김민수","changed_at":800,"version":2},"numbers":[],"custom":{}}', 800);
  INSERT INTO merged_customers VALUES (2, 1,
    '{"id":2,"version":1,"fields":{"name":"김민슈","created_at":1,"changed_at":1,"version":1},"numbers":[],"custom":{}}');
  INSERT INTO merge_rows (merge_id, customer_id, place, kind, row) VALUES
    (1, 2, 'missed_callers.customer_id', 'moved', '{"id":4}'), (1, 2, 'interactions.customer_id', 'moved', '{"id":7}'),
    (1, 2, 'consultations.customer_id', 'moved', '{"id":2}');
  INSERT INTO list_words (id, list, name, position) VALUES (77, 'type', '견적', 9);
  DELETE FROM list_words WHERE id = 77;
  INSERT INTO events (at, kind, subject) VALUES (5, 'missed', '');`;

function updated(folder: string) {
  const db = new DatabaseSync(`${folder}/belltower.sqlite`);
  migrate(db, BEFORE);
  db.exec(OFFICE);
  const told: number[] = [];
  migrate(db, BEFORE + 1, (step) => step.kind === "step" && told.push(step.done));
  ok(told.length > 1, "the update says how far it is");
  equal(db.prepare("PRAGMA integrity_check").get()?.["integrity_check"], "ok");
  db.close();
  return openStore(folder);
}

Deno.test("missed callers are after the update what they were, under their IDs, with every try and what became of them", async () => {
  await using folder = await temporaryFolder();
  const store = updated(folder.path);
  const rows = [
    ...openWork(store, { kind: "missed", whose: null }, 9),
    ...doneWork(store, "missed", { doneAt: 1e15, id: 0 }, 9).toReversed(),
  ];
  deepEqual(
    rows.map((row) => [
      ...[
        row.id,
        row.state,
        row.number,
        row.staffName,
        row.customer?.id ?? null,
        row.callId,
        row.doneAt,
      ],
      ...[row.missed!.tries, row.missed!.firstAt, row.missed!.lastAt, row.missed!.reachedBy],
    ]),
    [
      [1, "waiting", "01055556666", null, null, 2, null, 2, 100, 200, null],
      [2, "held", null, "이수진", null, 3, null, 1, 300, 300, null],
      [3, "done", "01077778888", "김민지", null, 4, 450, 1, 400, 400, null],
      [4, "done", "01011112222", null, 1, 5, 720, 1, 500, 500, 7],
    ],
  );
  deepEqual([1, 2, 3, 4].map((id) => triesOf(store, id, 9)), [[2, 1], [3], [4], [5]]);
  const steps = (id: number) =>
    stepsOf(store, id).map((
      step,
    ) => [step.kind, step.at, step.staffName, step.toState, step.waitedMs]);
  deepEqual([1, 2, 3, 4].map(steps), [
    [["created", 100, null, "waiting", 0]],
    [["created", 300, null, "waiting", 0], ["taken", 350, "이수진", "held", 50]],
    [["created", 400, null, "waiting", 0], ["finished", 450, "김민지", "done", 50]],
    [["created", 500, null, "waiting", 0], ["reached", 720, null, "done", 220]],
  ]);
  equal(store.get<{ kind: string }>("SELECT kind FROM events WHERE at = 5")?.kind, "work");
  store.close();
});

Deno.test("promised calls are work after the update, and remind as before; notes say what they said", async () => {
  await using folder = await temporaryFolder();
  const store = updated(folder.path);
  const promised = openWork(store, { kind: "callback", whose: { staffId: 1 } }, 9);
  deepEqual(
    promised.map((row) => [
      ...[row.id > 4, row.consultationId, row.subject, row.number, row.customer!.id, row.callId],
      ...[row.dueAt, row.notBefore, row.createdByName],
    ]),
    [
      [true, 2, "다녀가심", null, 1, null, 8000, 8000, "이수진"],
      [true, 1, "납기를 알려 드린다", "01011112222", 1, 7, 9000, 9000, "김민지"],
    ],
  );
  deepEqual(dueReminders(store, 1, 9000, 9).map((row) => row.consultationId), [1]);
  deepEqual(
    [1, 2, 3, 4].map((id) => consultationById(store, id)).map((
      note,
    ) => [note!.state, note!.callbackAt]),
    [["callback", 9000], ["callback", 8000], ["draft", 9500], ["done", null]],
  );
  store.close();
});

Deno.test("a merge from before the update is undone after it, with missed callers and promised calls", async () => {
  await using folder = await temporaryFolder();
  const store = updated(folder.path);
  deepEqual(undoMerge(store, 1, { by: null, at: 900 }), [2]);
  deepEqual(
    store.all<{ it: string }>(
      "SELECT id || ' ' || kind || ' ' || customer_id AS it FROM work WHERE customer_id IS NOT NULL ORDER BY consultation_id",
    ).map(({ it }) => it.replace(/^[5-9] /, "")),
    ["4 missed 2", "callback 1", "callback 2"],
  );
  store.close();
});

Deno.test("words keep their IDs, and none is given twice", async () => {
  await using folder = await temporaryFolder();
  const store = updated(folder.path);
  store.run("INSERT INTO list_words (list, name, position) VALUES ('skill', '영어', 1)");
  equal(store.get<{ id: number }>("SELECT max(id) AS id FROM list_words")?.id, 78);
  store.close();
});
