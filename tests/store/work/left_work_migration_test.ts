import { deepEqual, ok } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { openStore } from "../../../lib/store/open_store.ts";
import { migrate } from "../../../lib/store/migrate.ts";
import { workById } from "../../../lib/store/work/work_row.ts";
import { stepsOf } from "../../../lib/store/work/work_steps.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";

/** The schema in which somebody who left kept their work. */
const BEFORE = 26;

/** Of the tasks 1 and 2 are open and kim's, who has left; 3 she has done; 4 is lee's, and 5 nobody's. */
const OFFICE = `
  INSERT INTO staff (id, login, name, role, password_hash, created_at, active)
  VALUES (1, 'kim', '김민지', 'agent', 'x', 1, 0), (2, 'lee', '이수진', 'agent', 'x', 1, 1);
  INSERT INTO work (id, kind, state, subject, staff_id, wait_from, due_at, done_at, created_by) VALUES
    (1, 'task', 'held', '견적', 1, 100, 900, NULL, 1), (2, 'task', 'held', '납기', 1, 200, 900, NULL, 2),
    (3, 'task', 'done', '샘플', 1, 300, 900, 400, 1), (4, 'task', 'held', '방문', 2, 100, 900, NULL, 2),
    (5, 'task', 'waiting', '전화', NULL, 100, 900, NULL, 2);
  INSERT INTO work_steps (work_id, at, kind, staff_id, to_state, holder_id, waited_ms)
  SELECT id, wait_from, 'created', created_by, iif(staff_id IS NULL, 'waiting', 'held'), staff_id, 0 FROM work;`;

Deno.test("what somebody held who had left before that gave it back is anybody's after the update, and its steps say who had it", async () => {
  await using folder = await temporaryFolder();
  const db = new DatabaseSync(`${folder.path}/belltower.sqlite`);
  migrate(db, BEFORE);
  db.exec(OFFICE);
  db.close();
  const began = Date.now();
  const store = openStore(folder.path);
  const shown = [1, 2, 3, 4, 5].map((id) => {
    const { state, staffName, version } = workById(store, id)!;
    const steps = stepsOf(store, id).map(({ kind, staffName, holderName }) => [
      kind,
      staffName,
      holderName,
    ]);
    return [state, staffName, version, ...steps];
  });
  deepEqual(shown, [
    ["waiting", null, 2, ["created", "김민지", "김민지"], ["released", null, null]],
    ["waiting", null, 2, ["created", "이수진", "김민지"], ["released", null, null]],
    ["done", "김민지", 1, ["created", "김민지", "김민지"]],
    ["held", "이수진", 1, ["created", "이수진", "이수진"]],
    ["waiting", null, 1, ["created", "이수진", null]],
  ]);
  const [, given] = stepsOf(store, 2);
  ok(given !== undefined && given.at >= began && given.at <= Date.now());
  deepEqual([given.fromState, given.toState, given.waitedMs], ["held", "waiting", given.at - 200]);
  store.close();
});
