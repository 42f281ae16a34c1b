import { deepEqual, equal, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { furnishOffice } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { TestPbx } from "../support/test_pbx.ts";
import { until } from "../support/wait.ts";

/** Marks the shell of the page: what is marked is another one where the mark is missing. */
const MARK = `{ document.querySelector("#popups .popup").mark = "ringing";
  document.querySelector("#card form").mark = "note"; globalThis.mark = "shell"; }`;
const MARKS = `[globalThis.mark, document.querySelector("#popups .popup")?.mark,
  document.querySelector("#card form")?.mark]`;

/** How often modules were mounted and ended on this page, by what mounts them. */
const counts = (page: Page): Promise<{ mounted: number; ended: number }> =>
  page.evaluate(`{
    const script = document.querySelector("script[type=module]").src;
    import(script.replace("page.js", "regions.js")).then(({ counts }) => ({ ...counts }));
  }`);

const go = async (page: Page, path: string) => {
  await page.locator(`.nav_item[href="${path}"]`).click();
  await page.waitForURL((url) => url.pathname === path);
  await page.locator(`.nav_item[href="${path}"][aria-current=page]`).waitFor();
};

Deno.test("whoever walks through the pages while the phone rings loses nothing: pop-up, note and stream stay", async (t) => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  using pbx = new TestPbx();
  const server = await ServerProcess.start(folder.path, ["--line", pbx.device]);
  await using browser = await launchBrowser();
  const kim = await signedIn(browser, server.origin, "kim");
  const asked: string[] = [];
  kim.context().on("request", (request) => {
    // What a region asks for itself is no page.
    const isPart = request.headers()["hx-request"] !== undefined;
    if (!isPart) asked.push(new URL(request.url()).pathname);
  });
  const note = kim.locator("#card textarea[name=text]");

  await t.step("one call is talked and written down, another rings, over five pages", async () => {
    await go(kim, "/customers");
    await pbx.tell("C", "101012345678");
    await pbx.tell("c", "120201012345678");
    await pbx.tell("N", "1202");
    await kim.locator("#drawer .call_card[data-state=talking]").waitFor();
    await pbx.tell("C", "2025551234");
    await pbx.tell("c", "2202025551234");
    await kim.locator("#popups .popup:visible").filter({ hasText: "울림" }).waitFor();
    await note.fill("견적서를");
    await note.press("End");
    await kim.evaluate(MARK);
    asked.length = 0;
    for (const path of ["/calls", "/work", "/customers", "/board", "/desk"]) {
      await go(kim, path);
      deepEqual(await kim.evaluate(MARKS), ["shell", "ringing", "note"], `on ${path}`);
      await note.pressSequentially(" 다시");
    }
    equal(await note.inputValue(), "견적서를 다시 다시 다시 다시 다시");
    equal(await kim.locator("#drawer").count(), 0);
    equal(await kim.locator("main #card form").count(), 1);
  });

  await t.step("and back over all of them", async () => {
    for (const path of ["/board", "/customers", "/work", "/calls", "/customers"]) {
      await kim.goBack();
      await kim.waitForURL((url) => url.pathname === path);
      await kim.locator(`.nav_item[href="${path}"][aria-current=page]`).waitFor();
      deepEqual(await kim.evaluate(MARKS), ["shell", "ringing", "note"], `on ${path}`);
    }
    equal(await note.inputValue(), "견적서를 다시 다시 다시 다시 다시");
    equal(await kim.locator("#drawer #card form").count(), 1);
    await kim.locator("#card .note_saved").waitFor();
  });

  await t.step("no script, no sheet and no stream was asked for again", () => {
    const again = asked.filter((path) =>
      path === "/live" || /page\.js|htmx|\.css$|live_/.test(path)
    );
    deepEqual(again, []);
    const pages = asked.filter((path) => /^\/(calls|work|customers|board|desk)$/.test(path));
    equal(pages.length, 10, pages.join(" "));
  });

  await t.step(
    "a list that renews itself while somebody goes on does not take them back",
    async () => {
      await go(kim, "/calls");
      const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      await kim.route("**/work", async (route) => {
        reached.resolve();
        await released.promise;
        await route.continue();
      });
      await kim.locator('.nav_item[href="/work"]').click();
      await reached.promise;
      await pbx.tell("C", "301055554444");
      await pbx.tell("c", "320201055554444");
      await pbx.tell("F", "3");
      await kim.locator("[data-call-row]").filter({ hasText: "010-5555-4444" }).waitFor();
      released.resolve();
      await kim.locator('.nav_item[href="/work"][aria-current=page]').waitFor();
      equal(new URL(kim.url()).pathname, "/work");
      await kim.unroute("**/work");
    },
  );

  await t.step("the call that rang is answered: the pop-up that stayed hears of it", async () => {
    await pbx.tell("F", "1202");
    await pbx.tell("N", "2202");
    await kim.locator("#popups .popup:visible").waitFor({ state: "hidden" });
  });

  await t.step("after ten more pages as many modules work as before: none runs twice", async () => {
    await go(kim, "/calls");
    const working = async () => {
      const { mounted, ended } = await counts(kim);
      return mounted - ended;
    };
    const before = await counts(kim);
    const atWork = await working();
    for (let turn = 0; turn < 5; turn += 1) {
      await go(kim, "/customers");
      await go(kim, "/calls");
    }
    await until(async () => await working() === atWork, 5000, "all that left has ended");
    ok((await counts(kim)).mounted > before.mounted, "the pages have modules of their own");
    equal(await kim.evaluate("globalThis.mark"), "shell");
  });
  await server.stop();
});
