import { deepEqual, equal } from "node:assert/strict";
import { openStore } from "../../lib/store/open_store.ts";
import { ensureLine } from "../../lib/store/lines.ts";
import { insertRawFrame } from "../../lib/store/raw_frames.ts";
import { createStaff } from "../../lib/store/staff.ts";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { cheapHash } from "../support/cheap_password.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { TestPbx } from "../support/test_pbx.ts";
import { until } from "../support/wait.ts";

/** So many frames stand on the page. */
const MOST = 200;
const STRAY = 0x7f;

/** In the page: the frames in it, from the top. */
const IDS =
  `[...document.querySelectorAll("[data-frame]")].map((row) => Number(row.dataset.frame))`;

/** An administrator, and a line over which some frames came earlier. */
async function furnishLine(data: string, device: string, frames: number): Promise<void> {
  const passwordHash = await cheapHash(PASSWORD);
  const store = openStore(data);
  createStaff(store, { login: "root", name: "안관리", role: "admin", passwordHash }, Date.now());
  const { id: lineId } = ensureLine(store, device, "416");
  const frame = { lineId, remark: "", callId: null, result: "ignored" as const };
  for (let n = 0; n < frames; n++) {
    insertRawFrame(store, { ...frame, at: Date.now(), bytes: new Uint8Array([2, n]) });
  }
  store.close();
}

Deno.test("an administrator sees every frame of the line as it comes, also after the server was away", async (t) => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  using pbx = new TestPbx();
  await furnishLine(folder.path, pbx.device, MOST - 3);
  let server = await ServerProcess.start(folder.path, ["--line", pbx.device]);
  await using browser = await launchBrowser();
  const page = await signedIn(browser, server.origin, "root");
  await page.goto(`${server.origin}/settings/lines/1/monitor`);
  await page.locator("#connection[data-state=live]").waitFor();
  await page.evaluate("globalThis.neverReloaded = true");
  const rows = page.locator("[data-line-monitor] tr");
  const ids = () => page.evaluate<number[]>(IDS);
  const newestIs = (text: string | RegExp) => rows.first().filter({ hasText: text }).waitFor();
  const waiting = (text: string) =>
    page.locator("[data-monitor-waiting]").filter({ hasText: text }).waitFor();

  await t.step(
    "a frame is there in words as soon as it has come, above what was there",
    async () => {
      equal(await rows.count(), MOST - 3);
      await pbx.tell("C", "101012345678");
      await newestIs("010-1234-5678");
      await pbx.tell("c", "120201012345678");
      await newestIs("내선 202 벨 울림");
    },
  );

  await t.step("bytes that are no frame are there too, and why they were rejected", async () => {
    pbx.answer(STRAY);
    await newestIs("stray bytes");
    equal(await rows.first().getAttribute("class"), "is_bad");
  });

  await t.step(
    "what comes while it is paused waits, is counted, and is all there afterwards",
    async () => {
      const pause = page.locator("[data-monitor-pause]");
      await pause.click();
      const before = await ids();
      for (const extension of ["203", "204"]) await pbx.tell("c", `1${extension}01012345678`);
      await waiting("새 프레임 2");
      deepEqual(await ids(), before);
      await pause.click();
      await newestIs("내선 204 벨 울림");
      deepEqual((await ids()).slice(2), before.slice(0, MOST - 2));
    },
  );

  await t.step(
    "many at once come in order, none twice or left out, and the oldest go",
    async () => {
      const last = (await ids())[0] ?? 0;
      for (let n = 0; n < 30; n++) await pbx.tell("c", `1${201 + n % 10}01012345678`);
      await until(async () => (await ids())[0] === last + 30, 30_000, "the last of them is there");
      deepEqual(await ids(), Array.from({ length: MOST }, (_, place) => last + 30 - place));
    },
  );

  await t.step(
    "a browser without shared workers sees them in each tab, also when one is left",
    async () => {
      const first = await signedIn(
        browser,
        server.origin,
        "root",
        "delete globalThis.SharedWorker",
      );
      const second = await first.context().newPage();
      await second.goto(`${server.origin}/settings/lines/1/monitor`);
      await second.locator("#connection[data-state=live]").waitFor();
      const newest = second.locator("[data-line-monitor] tr").first();
      await pbx.tell("c", "120601012345678");
      await newest.filter({ hasText: "내선 206 벨 울림" }).waitFor();
      await first.close();
      await pbx.tell("c", "120701012345678");
      await newest.filter({ hasText: "내선 207 벨 울림" }).waitFor();
      await second.close();
    },
  );

  await t.step(
    "the server dies: what came before the page is connected again is there",
    async () => {
      const { port } = server;
      const last = (await ids())[0] ?? 0;
      await server.kill("SIGKILL");
      await page.locator("#connection:not([data-state=live])").waitFor();
      const told = pbx.tell("N", "1205").then(() => pbx.tell("F", "1205"));
      server = await ServerProcess.start(folder.path, [], port);
      await told;
      await newestIs("내선 205 끊음");
      deepEqual((await ids()).slice(0, 3), [last + 2, last + 1, last]);
      await page.locator(".settings_head .badge").filter({ hasText: "연결됨" }).waitFor();
      equal(await page.evaluate("globalThis.neverReloaded"), true);
    },
  );

  await server.stop();
});
