import { deepEqual } from "node:assert/strict";
import { startHousekeeping } from "../../lib/server/housekeeping.ts";
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
  startHousekeeping(store, new OfficeSettings(store), stop.signal);
  await until(() => sessionsOf(store, id).length < 3);
  stop.abort();
  deepEqual(sessionsOf(store, id).map(({ tokenHash }) => tokenHash[0]), [3]);
  store.close();
});
