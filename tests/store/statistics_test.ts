import { deepEqual } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { migrate } from "../../lib/store/migrate.ts";
import { furnishOffice } from "../support/office.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const STATISTICS = "SELECT name FROM sqlite_schema WHERE name LIKE 'sqlite_stat%'";
/** What has the list of work read each interaction for each of its rows, where there were few. */
const OF_WORK = `EXPLAIN QUERY PLAN SELECT 1 FROM work_interactions AS try
  JOIN interactions ON interactions.id = try.interaction_id WHERE try.work_id = ?`;
const BEFORE = 26;

function plan(db: DatabaseSync): string {
  return db.prepare(OF_WORK).all().map((row) => String(row["detail"])).join("; ");
}

Deno.test("an office is asked as a large one, however little was in it when it was last stopped", async () => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  const db = new DatabaseSync(`${folder.path}/belltower.sqlite`);
  deepEqual(db.prepare(STATISTICS).all(), []);
  db.close();
});

Deno.test("an update forgets what was counted while the office was small, also for the server that makes it", () => {
  const db = new DatabaseSync(":memory:");
  migrate(db, BEFORE);
  const asLarge = plan(db);
  db.exec(`INSERT INTO interactions (channel, began_at) VALUES ('visit', 0); ANALYZE`);
  deepEqual(/SCAN/.test(plan(db)), true, plan(db));
  migrate(db);
  deepEqual(plan(db), asLarge);
  deepEqual(/SCAN/.test(asLarge), false, asLarge);
  deepEqual(db.prepare(STATISTICS).all(), []);
  db.close();
});
