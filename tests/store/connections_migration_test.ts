import { deepEqual, equal, ok } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { type Call, ringingAt, stepsOf } from "../../lib/domain/call.ts";
import { storedCalls } from "../support/stored_calls.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { migrate } from "../../lib/store/migrate.ts";
import { playDay } from "../support/played_day.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

/** The schema before: a call was a trunk, and what happened at extensions were legs. */
const LEGS = 15;

const DAY = {
  seed: 7,
  callsPerMinute: 3,
  trunks: ["1", "2", "3", "4"],
  extensions: ["200", "202", "203", "204", "205"],
  numbers: ["01011112222", "025551234", "01033334444"],
  count: 600,
} as const;

const START = Date.UTC(2026, 10, 21);

/** The calls of a day as the Belltower before would have written them. */
function asLegs(file: string, calls: readonly Call[]): void {
  const db = new DatabaseSync(file);
  migrate(db, LEGS);
  db.exec("BEGIN");
  db.exec("INSERT INTO lines (id, device, dialect) VALUES (1, 'played', '416')");
  const insert = db.prepare(
    `INSERT INTO calls (id, line_id, trunk, direction, state, number, normal, reason, started_at, answered_at,
       ended_at, heard_at, outcome, extension, ringing) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const leg = db.prepare(
    "INSERT INTO call_legs (call_id, position, kind, extension, at) VALUES (?, ?, ?, ?, ?)",
  );
  for (const call of calls) {
    const ringing = call.connections.filter(({ state }) => state === "alerting");
    insert.run(
      call.id,
      call.trunk,
      call.direction,
      call.state,
      call.number,
      call.number,
      call.reason,
      call.startedAt,
      call.answeredAt,
      call.endedAt,
      call.heardAt,
      call.outcome,
      call.extension,
      JSON.stringify(ringing.map(({ device }) => device)),
    );
    for (const [position, { kind, device, at }] of stepsOf(call.connections).entries()) {
      leg.run(call.id, position, kind, device, at);
    }
  }
  db.exec("COMMIT");
  db.close();
}

Deno.test("every call of an office, over or going on, has the same connections after the update", async () => {
  await using folder = await temporaryFolder();
  const played = openStore(":memory:");
  playDay(played, DAY, START);
  // Most of the day is over; what goes on at this moment is taken along as it is.
  const before = storedCalls(played);
  const cut = before.length - 12;
  const live = before.map((call, index) => index < cut ? call : stillGoingOn(call, index));
  const file = `${folder.path}/belltower.sqlite`;
  asLegs(file, live);

  const told: number[] = [];
  const db = new DatabaseSync(file);
  migrate(db, LEGS + 1, (step) => step.kind === "step" && told.push(step.done));
  equal(db.prepare("PRAGMA integrity_check").get()?.["integrity_check"], "ok");
  db.close();
  ok(
    told.length > 1 && told.every((done) => done >= 0 && done < 1),
    "the update says how far it is",
  );

  const store = openStore(folder.path);
  const after = storedCalls(store);
  equal(after.length, live.length);
  for (const [index, call] of after.entries()) {
    const { switchCall, ...known } = live[index]!;
    const { switchCall: given, ...updated } = call;
    equal(given, `${call.trunk}-${call.id}`);
    deepEqual(updated, known, `call ${call.id}, ${switchCall}`);
  }
  store.close();
  played.close();
});

/** The same call, some time before its end. */
function stillGoingOn(call: Call, index: number): Call {
  const connections = call.connections.map((one) => {
    const goesOn = one.leftAt === call.endedAt;
    if (!goesOn) return one;
    return one.joinedAt === null
      ? { ...one, state: "alerting" as const, since: one.rangAt!, leftAt: null }
      : { ...one, state: "connected" as const, since: one.joinedAt, leftAt: null };
  });
  return {
    ...call,
    connections,
    trunk: `live-${index}`,
    state: call.direction === "out" ? "dialling" : call.answeredAt === null ? "ringing" : "talking",
    endedAt: null,
    outcome: null,
  };
}

Deno.test("an extension whose ring was taken back and came again rings once after the update", async () => {
  await using folder = await temporaryFolder();
  const db = new DatabaseSync(`${folder.path}/belltower.sqlite`);
  migrate(db, LEGS);
  db.exec(`
    INSERT INTO lines (id, device, dialect) VALUES (1, 'played', '416');
    INSERT INTO calls (id, line_id, trunk, direction, state, started_at, answered_at, heard_at, extension, ringing)
    VALUES (1, 1, '1', 'in', 'talking', 1, 5, 20, '203', '["202"]');
    INSERT INTO call_legs (call_id, position, kind, extension, at) VALUES
      (1, 0, 'rang', '203', 2), (1, 1, 'answered', '203', 5), (1, 2, 'rang', '202', 10), (1, 3, 'rang', '202', 20);`);
  db.close();
  const store = openStore(folder.path);
  const [call] = storedCalls(store);
  deepEqual(ringingAt(call!), ["202"]);
  deepEqual(
    call!.connections.map(({ device, state, rangAt, leftAt }) => [device, state, rangAt, leftAt]),
    [["203", "connected", 2, null], ["202", "null", 10, 20], ["202", "alerting", 20, null]],
  );
  store.close();
});
