import { doesNotMatch, equal, match } from "node:assert/strict";
import { setSetting } from "../../../lib/store/settings.ts";
import type { Fault } from "../../../lib/domain/fault.ts";
import { PLENTY } from "../../support/all_well.ts";
import { NOON, WebOffice } from "../../support/web_office.ts";

const DAY_MS = 86_400_000;

Deno.test("what somebody has to know stands on every page, and is asked for anew when it changes", async () => {
  using office = new WebOffice();
  setSetting(office.store, "backup.since", String(NOON - 9 * DAY_MS));
  const admin = office.browser("admin");
  for (const path of ["/desk", "/calls", "/settings"]) {
    match(await (await admin.get(path)).text(), /id="notices"[^>]*><p class="page_notice">/);
  }
  match(await (await admin.part("/notices")).text(), /href="\/settings\/backup"/);
  setSetting(office.store, "backup.since", String(NOON));
  equal((await (await admin.part("/notices")).text()).trim(), "");
});

Deno.test("an old backup is told to administrators and to nobody else", async () => {
  using office = new WebOffice();
  setSetting(office.store, "backup.since", String(NOON - 9 * DAY_MS));
  for (const login of ["kim", "super"]) {
    doesNotMatch(await (await office.browser(login).get("/desk")).text(), /page_notice/);
  }
});

Deno.test("while nothing can be stored, everybody is told so on every page and in the mark of the line", async () => {
  const faults: Fault[] = [];
  using office = new WebOffice(undefined, { health: { faults: () => faults } });
  const kim = office.browser("kim");
  doesNotMatch(await (await kim.get("/desk")).text(), /page_notice/);
  faults.push({ part: "database", detail: "does not take writes (disk I/O error)" });
  const page = await (await kim.get("/desk")).text();
  match(page, /<p class="page_notice">.*지금은 아무것도 저장되지 않습니다/s);
  match(page, /id="line"[^>]*data-state="fault".*?<span class="mark_word">저장 안 됨</s);
  // What the log and watchdogs read is not for people.
  doesNotMatch(page, /I\/O/);
});

Deno.test("administrators are told that the disk has little room, and of how much", async () => {
  for (
    const [level, words] of [["low", /남은 자리가 300 MB/], ["critical", /거의 찼습니다/]] as const
  ) {
    using office = new WebOffice(undefined, {
      space: { ...PLENTY, level, freeBytes: 300 * 2 ** 20 },
    });
    match(await (await office.browser("admin").get("/desk")).text(), words);
    for (const login of ["kim", "super"]) {
      doesNotMatch(await (await office.browser(login).get("/desk")).text(), /page_notice/);
    }
  }
});

Deno.test("administrators are told that another program makes the database's log grow, and what to do", async () => {
  const space = { ...PLENTY, log: { bytes: 300 * 2 ** 20, grows: true } };
  using office = new WebOffice(undefined, { space });
  const page = await (await office.browser("admin").get("/desk")).text();
  match(page, /page_notice">.*belltower\.sqlite-wal.*300 MB.*sqlite3/s);
  doesNotMatch(await (await office.browser("super").get("/desk")).text(), /page_notice/);
});

Deno.test("administrators are told which name of the machine the certificate cannot have, and how to go on", async () => {
  const https = { port: 8443, authority: null, leftOut: ["frontdesk"] };
  using office = new WebOffice(undefined, { https });
  const page = await (await office.browser("admin").get("/desk")).text();
  match(page, /page_notice">.*frontdesk.*belltower authority new/s);
  doesNotMatch(await (await office.browser("kim").get("/desk")).text(), /page_notice/);
});
