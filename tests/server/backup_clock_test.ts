import { equal } from "node:assert/strict";
import type { JobStatus } from "../../lib/domain/job.ts";
import type { Jobs } from "../../lib/jobs/jobs.ts";
import { backupRound, isToBegin, lastDue } from "../../lib/server/backup_clock.ts";
import type { BackupWatch } from "../../lib/server/backup_watch.ts";
import { Keepers } from "../../lib/server/keepers.ts";
import { OfficeSettings } from "../../lib/store/office_settings.ts";
import { setSetting } from "../../lib/store/settings.ts";
import { type HastyTime, hastyTime } from "../support/hasty_time.ts";
import { passingStore } from "../support/passing_store.ts";
import { until } from "../support/wait.ts";

const NIGHTLY = { every: "daily", time: "02:30", kept: 14, folder: "", encrypted: false } as const;
const HOUR = 3_600_000;

Deno.test("a nightly backup is due at its time in the office's time zone", () => {
  const due = (now: string, zone = "Asia/Seoul") =>
    new Date(lastDue(NIGHTLY, zone, Date.parse(now))!).toISOString();
  equal(due("2026-11-21T17:30:00Z"), "2026-11-21T17:30:00.000Z");
  equal(due("2026-11-21T17:29:59Z"), "2026-11-20T17:30:00.000Z");
  equal(due("2026-11-22T12:00:00Z"), "2026-11-21T17:30:00.000Z");
  equal(due("2026-11-22T12:00:00Z", "Europe/Berlin"), "2026-11-22T01:30:00.000Z");
});

Deno.test("a weekly backup is due on Sunday, none is due without a schedule", () => {
  const now = Date.parse("2026-11-21T05:00:00Z");
  const sunday = lastDue({ ...NIGHTLY, every: "weekly" }, "Asia/Seoul", now)!;
  equal(new Date(sunday).toISOString(), "2026-11-14T17:30:00.000Z");
  equal(lastDue({ ...NIGHTLY, every: "off" }, "Asia/Seoul", now), null);
});

Deno.test("a night in which the clock skips the time has its backup too", () => {
  const now = Date.parse("2026-03-29T12:00:00Z");
  const due = lastDue(NIGHTLY, "Europe/Berlin", now)!;
  equal(now - due < 24 * HOUR && due <= now, true);
});

Deno.test("a backup begins when it is due and not made, a minute after the start, and is tried again after an hour", () => {
  const DUE = Date.parse("2026-11-21T17:30:00Z");
  const usual = { due: DUE, made: DUE - 24 * HOUR, upMs: HOUR, sinceTryMs: Infinity };
  const begins = (other: Partial<Parameters<typeof isToBegin>[0]>) =>
    isToBegin({ ...usual, ...other });
  equal(begins({}), true);
  equal(begins({ made: DUE - 1 }), true);
  equal(begins({ made: DUE }), false, "it is made");
  equal(begins({ due: null }), false, "none is made by schedule");
  equal(begins({ upMs: 59_999 }), false);
  equal(begins({ upMs: 60_000 }), true);
  equal(begins({ sinceTryMs: HOUR - 1 }), false);
  equal(begins({ sinceTryMs: HOUR }), true);
});

/** The clock of an office whose backups are due every night, before jobs that a test ends. */
function nightly(
  time: HastyTime,
  expectedSince: number,
  made: Pick<JobStatus, "state" | "attempts"> | null = null,
) {
  const store = passingStore();
  const stop = new AbortController();
  let [looks, begun] = [0, 0];
  let end = () => {};
  const jobs = {
    start: () => ({ id: ++begun }),
    latest: () => made,
    attempted: () => new Promise<void>((resolve) => end = resolve),
  };
  const watch = { look: () => Promise.resolve({ last: null, looks: ++looks }) };
  setSetting(store, "backup.since", String(expectedSince));
  const round = backupRound({
    ...{ store, office: new OfficeSettings(store), program: "test", signal: stop.signal },
    jobs: jobs as unknown as Jobs,
    watch: watch as unknown as BackupWatch,
  });
  new Keepers().start([{ name: "backups", first: 0, round }], stop.signal);
  /** It has looked twice since: what the first look leads to has begun. */
  const passes = async (ms: number) => {
    const before = looks;
    time.pass(ms);
    await until(() => looks > before + 1, 30_000, "it looked again");
  };
  return {
    passes,
    begun: () => begun,
    looks: () => looks,
    end: () => end(),
    [Symbol.dispose]() {
      stop.abort();
      store.close();
    },
  };
}

Deno.test("no backup begins where none is due, nor in the first minute", async () => {
  using time = hastyTime();
  using office = nightly(time, Date.now());
  await office.passes(120_000);
  equal(office.begun(), 0, "the office is new");
  using late = nightly(time, Date.now() - 400 * HOUR);
  await late.passes(1000);
  equal(late.begun(), 0, "the server has just started");
  time.pass(60_000);
  await until(() => late.begun() === 1, 30_000, "it begins");
  late.end();
});

Deno.test("one backup at a time, looked at when it is over, and tried again an hour after it failed", async () => {
  using time = hastyTime();
  using office = nightly(time, Date.now() - 400 * HOUR);
  time.pass(60_000);
  await until(() => office.begun() === 1, 30_000, "it begins");
  const looks = office.looks();
  time.pass(5 * HOUR);
  await new Promise((resolve) => setTimeout(resolve, 200));
  equal(office.looks(), looks, "it waits for the one that is being made");
  office.end();
  // It is tried again at once: hours have passed.
  await until(() => office.begun() === 2, 30_000, "it is tried again");
  office.end();
  await office.passes(1000);
  await office.passes(HOUR - 60_000);
  equal(office.begun(), 2, "not within the hour");
  time.pass(60_000);
  await until(() => office.begun() === 3, 30_000, "an hour later");
  office.end();
});

Deno.test("a backup that is due as the server stops does not begin", async () => {
  using time = hastyTime();
  const office = nightly(time, Date.now() - 400 * HOUR);
  time.pass(60_000);
  office[Symbol.dispose]();
  await new Promise((resolve) => setTimeout(resolve, 100));
  equal(office.begun(), 0);
});

Deno.test("no backup is begun beside one that somebody wanted or that goes on after a kill, and one that failed holds none up", async () => {
  using time = hastyTime();
  for (
    const [state, attempts, begun] of [["running", 1, 0], ["waiting", 0, 0], [
      "waiting",
      1,
      1,
    ]] as const
  ) {
    using office = nightly(time, Date.now() - 400 * HOUR, { state, attempts });
    time.pass(60_000);
    if (begun === 0) await office.passes(1000);
    else await until(() => office.begun() === 1, 30_000, "it begins");
    equal(office.begun(), begun, `${state} ${attempts}`);
  }
});
