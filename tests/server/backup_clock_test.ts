import { equal } from "node:assert/strict";
import { isToBegin, lastDue } from "../../lib/server/backup_clock.ts";

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
