import { deepEqual, match } from "node:assert/strict";
import { callbackTime } from "../../../static/consultations/callback_time.js";
import { WebOffice } from "../../support/web_office.ts";

Deno.test("the usual times for calling back are the office's, wherever the browser is", () => {
  const now = Date.parse("2026-11-21T14:58:40Z");
  const times = (zone: string) =>
    ["30", "60", "tomorrow"].map((one) => callbackTime(one, zone, now));
  deepEqual(times("Asia/Seoul"), ["2026-11-22T00:30", "2026-11-22T01:00", "2026-11-22T09:00"]);
  deepEqual(times("America/New_York"), [
    ...["2026-11-21T10:30", "2026-11-21T11:00", "2026-11-22T09:00"],
  ]);
  const newYear = Date.parse("2026-12-31T15:00:00Z");
  deepEqual(callbackTime("30", "Asia/Seoul", newYear), "2027-01-01T00:30");
  deepEqual(callbackTime("tomorrow", "Europe/London", newYear), "2027-01-01T09:00");
});

Deno.test("a note says by whose clock its times are read", async () => {
  using office = new WebOffice();
  const { id } = office.rings("1", "202", "01012345678");
  office.answers("1", "202");
  const page = await (await office.browser("kim").get(`/desk?call=${id}`)).text();
  match(page, /<form class="note"[^>]* data-zone="Asia\/Seoul"/);
});
