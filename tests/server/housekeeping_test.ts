import { deepEqual, equal } from "node:assert/strict";
import { PROGRAM } from "../../lib/domain/audit.ts";
import { callLogRound } from "../../lib/server/call_log_round.ts";
import { housekeeping } from "../../lib/server/keeper_list.ts";
import { Keepers } from "../../lib/server/keepers.ts";
import { unmarkedCalls } from "../../lib/store/call_log/catch_up.ts";
import { ordersAreDue } from "../../lib/store/call_log/order_build.ts";
import { addJob, jobById, keepJob } from "../../lib/store/jobs.ts";
import { ensureLine } from "../../lib/store/lines.ts";
import { insertRawFrame } from "../../lib/store/raw_frames.ts";
import { CallTracker } from "../../lib/switchboard/tracker.ts";
import { reportOf } from "../../lib/switches/pbx416/report.ts";
import { eventOf } from "../switchboard/wire.ts";
import { hastyTime } from "../support/hasty_time.ts";
import { OfficeSettings } from "../../lib/store/office_settings.ts";
import { createSession, sessionsOf, touchSession } from "../../lib/store/sessions.ts";
import { createStaff } from "../../lib/store/staff.ts";
import { passingStore } from "../support/passing_store.ts";
import { until } from "../support/wait.ts";

const HOUR_MS = 3_600_000;

Deno.test("sessions that nobody used for half a day, or that are a month old, do not stay in the database", async () => {
  const store = passingStore();
  const account = { login: "kim", name: "김상담", role: "agent", passwordHash: "" } as const;
  const { id } = createStaff(store, account, 0);
  const now = Date.now();
  const session = (number: number, createdAt: number, seenAt: number) => {
    const tokenHash = new Uint8Array(32).fill(number);
    createSession(store, { tokenHash, staffId: id, address: "", userAgent: "" }, createdAt);
    touchSession(store, tokenHash, seenAt);
  };
  session(1, now - 13 * HOUR_MS, now - 13 * HOUR_MS);
  session(2, now - 31 * 24 * HOUR_MS, now);
  session(3, now - 29 * 24 * HOUR_MS, now - 11 * HOUR_MS);
  const stop = new AbortController();
  new Keepers().start(housekeeping(store, new OfficeSettings(store)), stop.signal);
  await until(() => sessionsOf(store, id).length < 3);
  stop.abort();
  deepEqual(sessionsOf(store, id).map(({ tokenHash }) => tokenHash[0]), [3]);
  store.close();
});

Deno.test("what is old goes in slices until nothing of it is left, and what is young stays", async () => {
  const store = passingStore();
  const lineId = ensureLine(store, "test", "416").id;
  const frame = { lineId, bytes: new Uint8Array(), remark: "", callId: null };
  store.transaction(() => {
    for (let i = 0; i < 1201; i++) {
      insertRawFrame(store, { ...frame, result: "ignored", at: Date.now() - 400 * 24 * HOUR_MS });
      insertRawFrame(store, { ...frame, result: "ignored", at: Date.now() });
    }
  });
  const stop = new AbortController();
  new Keepers().start(housekeeping(store, new OfficeSettings(store)), stop.signal);
  const count = () => store.get<{ n: number }>("SELECT count(*) AS n FROM raw_frames")!.n;
  // Three slices, a tenth of a second between them: an hour would be too late.
  await until(() => count() === 1201, 30_000, "the old frames are gone");
  stop.abort();
  store.close();
});

Deno.test("calls are marked in the background, without anybody asking for the log", async () => {
  const store = passingStore();
  using time = hastyTime();
  const tracker = new CallTracker(store, ensureLine(store, "test", "416").id, null);
  const bytes = new Uint8Array();
  store.transaction(() => {
    for (let i = 0; i < 401; i++) {
      for (const word of [`C(0101234${i})`, "F"]) {
        tracker.handle(
          reportOf({ at: Date.now(), bytes, event: eventOf(word), remark: null }),
        );
      }
    }
  });
  const stop = new AbortController();
  new Keepers().start([{ name: "call_log", first: 5000, round: callLogRound(store) }], stop.signal);
  equal(unmarkedCalls(store), 401);
  time.pass(6000);
  // The rest follows at once, not seconds later.
  await until(() => unmarkedCalls(store) < 401, 30_000, "some are marked");
  time.pass(1000);
  await until(() => unmarkedCalls(store) === 0, 30_000, "all are marked");
  stop.abort();
  store.close();
});

Deno.test("the orders of a large log are made in the background, bite by bite until they are ready", async () => {
  const store = passingStore();
  using _ = hastyTime();
  const lineId = ensureLine(store, "test", "416").id;
  store.run(
    `INSERT INTO calls (line_id, switch_call, trunk, direction, state, number, normal, started_at, ended_at, heard_at, outcome)
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
     SELECT ?, i, '1', 'in', 'ended', i, i, i, i + 1, i + 1, 'missed' FROM n`,
    lineId,
  );
  // As if they were marked already.
  store.run("DELETE FROM call_changes");
  equal(ordersAreDue(store), true);
  const stop = new AbortController();
  new Keepers().start([{ name: "call_log", first: 5000, round: callLogRound(store) }], stop.signal);
  await until(() => !ordersAreDue(store), 60_000, "the orders are ready");
  stop.abort();
  store.close();
});

Deno.test("jobs that have been over for 90 days are forgotten, and none that is to be done", async () => {
  const store = passingStore();
  const DAY_MS = 24 * HOUR_MS;
  const job = (endedDaysAgo: number | null) => {
    const createdAt = Date.now() - 200 * DAY_MS;
    const id = addJob(store, {
      ...{ kind: "make_backup", lane: "heavy", subject: "backup", input: {}, actor: PROGRAM },
      createdAt,
    });
    if (endedDaysAgo === null) return id;
    const endedAt = Date.now() - endedDaysAgo * DAY_MS;
    keepJob(store, { ...jobById(store, id)!, state: "done", endedAt });
    return id;
  };
  const [old, young, waits] = [job(91), job(89), job(null)];
  const stop = new AbortController();
  new Keepers().start(housekeeping(store, new OfficeSettings(store)), stop.signal);
  await until(() => jobById(store, old) === null);
  stop.abort();
  deepEqual([young, waits].map((id) => jobById(store, id)?.id), [young, waits]);
  store.close();
});
