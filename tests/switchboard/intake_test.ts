import { deepEqual, equal } from "node:assert/strict";
import { Intake } from "../../lib/switchboard/intake.ts";
import type { NumberedReport } from "../../lib/switches/switch.ts";
import { DatabaseRefused } from "../../lib/store/refused.ts";
import { hastyTime } from "../support/hasty_time.ts";
import { until } from "../support/wait.ts";

const FOR_EVER = 3_600_000;

function frame(seq: number): NumberedReport {
  return { seq, at: 0, raw: { bytes: new Uint8Array(), remark: null }, events: null };
}

/** An intake, and a database that takes no frame while it `refuses`. */
function intakeBeforeDatabase() {
  const database = { refuses: null as DatabaseRefused["why"] | null, asked: 0 };
  const told: string[] = [];
  const handle = () => {
    database.asked++;
    if (database.refuses !== null) throw new DatabaseRefused(database.refuses, null);
    return [];
  };
  const intake = new Intake({
    tracker: { handle },
    answerWithinMs: FOR_EVER,
    onStored: ({ seq }) => told.push(`${seq} stored`),
    onRefused: () => told.push("refused"),
  });
  return { intake, database, told };
}

Deno.test("a frame is stored at once, and once", () => {
  using time = hastyTime();
  const { intake, told } = intakeBeforeDatabase();
  intake.take(frame(1));
  deepEqual([told, time.waiting], [["1 stored"], 0]);
});

Deno.test("a frame that a disk refuses is not stored, and not tried again", () => {
  using time = hastyTime();
  const { intake, database, told } = intakeBeforeDatabase();
  database.refuses = "full";
  intake.take(frame(1));
  deepEqual([told, time.waiting], [["refused"], 0]);
});

Deno.test("of the frames that find the database held the newest is stored when it is free, and the others are counted as failed", async () => {
  using time = hastyTime();
  const { intake, database, told } = intakeBeforeDatabase();
  database.refuses = "held";
  intake.take(frame(1));
  intake.take(frame(2));
  await until(() => database.asked > 4);
  deepEqual(told, ["refused"]);
  database.refuses = null;
  await until(() => told.length > 1);
  deepEqual([told, time.waiting], [["refused", "2 stored"], 0]);
});

Deno.test("a frame is refused when the database is held for longer than the switch waits", async () => {
  using time = hastyTime();
  const { intake, database, told } = intakeBeforeDatabase();
  database.refuses = "held";
  intake.take(frame(1));
  await until(() => database.asked > 2);
  deepEqual(told, []);
  time.pass(FOR_EVER);
  await until(() => told.length > 0);
  deepEqual([told, time.waiting], [["refused"], 0]);
});

Deno.test("what waits when its line is closed is not stored any more", async () => {
  using time = hastyTime();
  const { intake, database, told } = intakeBeforeDatabase();
  database.refuses = "held";
  intake.take(frame(1));
  await until(() => database.asked > 2);
  intake.stop();
  equal(time.waiting, 0);
  deepEqual(told, []);
});
