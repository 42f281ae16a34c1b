import { deepEqual, equal, match } from "node:assert/strict";
import { ROUTES } from "../../lib/web/routes.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { WebOffice } from "../support/web_office.ts";

/** From now on the database refuses every write, as on a disk that became read-only. */
function refuseWrites(office: WebOffice, refuse = true): void {
  office.store.get(`PRAGMA query_only = ${refuse ? "ON" : "OFF"}`);
}

/** An office of which every page has something to show. */
async function lifeIn(office: WebOffice): Promise<void> {
  office.customer({ name: "이영희", numbers: ["010-7777-1234"] });
  office.rings("1", "202", "01077771234");
  office.answers("1", "202");
  office.ends("1");
  office.rings("2", "202", "01077771234");
  const saved = await office.browser("admin").post("/settings/types", { label: "주문" });
  await saved.body?.cancel();
}

const pathOf = (path: string) =>
  path.replace(":id", "1").replace(":token", "x").replace(":name", "x").replace(
    "*",
    "base/base.css",
  );

Deno.test("every page is read while nothing can be written, by whoever has been away for minutes too", async () => {
  using office = new WebOffice();
  await lifeIn(office);
  const browsers = ["kim", "super", "admin"].map((login) => office.browser(login));
  office.now += 120_000;
  refuseWrites(office);
  const failed: string[] = [];
  let shown = 0;
  for (const { method, path } of ROUTES) {
    // Streams do not end, and the health check is to say that something is wrong.
    if (method !== "GET" || path.endsWith("/live") || path === "/healthz") continue;
    for (const browser of browsers) {
      const response = await browser.get(pathOf(path));
      await response.body?.cancel();
      if (response.status >= 500) failed.push(`${path}: ${response.status}`);
      if (response.status === 200) shown++;
    }
  }
  deepEqual(failed, []);
  equal(shown > 120, true, `${shown} pages were shown`);
  refuseWrites(office, false);
  office.store.late.write();
  equal(office.store.late.size, 0);
  const seen = office.store.all<{ seen_at: number }>("SELECT seen_at FROM sessions");
  equal(seen.filter((row) => row.seen_at === office.now).length, browsers.length);
});

Deno.test("whatever cannot be saved says so in a sentence, and never that it failed for no reason", async () => {
  await using folder = await temporaryFolder();
  using office = new WebOffice(undefined, { data: folder.path });
  await lifeIn(office);
  const admin = office.browser("admin");
  refuseWrites(office);
  const failed: string[] = [];
  let refused = 0;
  for (const { method, path } of ROUTES) {
    if (method !== "POST" || path.startsWith("/settings/backup")) continue;
    const response = await admin.post(pathOf(path), { name: "x", label: "x", state: "break" });
    const text = await response.text();
    if (response.status === 503) {
      match(text, /서버 디스크.*관리자에게 알리/s, path);
      // Said where it is so: a file or a password is not in the page.
      equal(text.includes("입력한 내용은 그대로 있습니다"), text.includes("다시 저장"), path);
      refused++;
    } else if (response.status >= 500) failed.push(`${path}: ${response.status} ${text}`);
  }
  deepEqual(failed, []);
  equal(refused >= 10, true, `${refused} forms were refused for the disk`);
});
