import { equal, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { moveIn } from "../support/lived_in_office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

/** Presses Tab until what is named has the focus, and sees that each stop on the way can be seen. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) {
      const seen = await page.evaluate(`[null, "::after"].some((part) =>
        getComputedStyle(document.activeElement, part).outlineStyle === "solid")`);
      ok(seen, `${selector} does not show that it has the focus`);
      return;
    }
  }
  throw new Error(`${selector} is not reached by 60 times Tab`);
}

Deno.test("from the desk to a call, its customer and a merge, without a mouse", async () => {
  await using folder = await temporaryFolder();
  await moveIn(folder.path);
  const server = await ServerProcess.start(folder.path, []);
  await using browser = await launchBrowser();
  const page = await signedIn(browser, server.origin, "supervisor");

  await tabTo(page, ".nav a[href='/calls']");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/calls");
  await page.locator("#connection[data-state=live]").waitFor();

  // A row, the call beside it, the next row, back out: without going through a hundred rows.
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  const panel = page.locator("#panel:focus [data-panel-call]");
  await panel.waitFor();
  const first = await panel.getAttribute("data-panel-call");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.locator(`#panel:focus [data-panel-call]:not([data-panel-call="${first}"])`).waitFor();
  await page.keyboard.press("Escape");
  equal(await page.locator("[data-panel-call]").count(), 0);
  equal(await page.locator(".row_link:focus").count(), 1);

  await page.keyboard.press("Enter");
  await panel.waitFor();
  await tabTo(page, "#panel .customer_name");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/customers\/\d+$/);

  await tabTo(page, ".customer_head .picker summary");
  await page.keyboard.press("Enter");
  await tabTo(page, ".picker input[type=search]");
  await page.keyboard.insertText("김");
  await page.locator(".picker [role=option]").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/customers/merge?**");
  await tabTo(page, "input[name=survivor]");
  await page.keyboard.press("ArrowRight");
  await tabTo(page, ".merge_form button.primary");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/customers\/\d+$/);
  await server.stop();
});

Deno.test("who takes work, gives it back and finishes it by the keyboard stays at its row", async () => {
  await using folder = await temporaryFolder();
  await moveIn(folder.path);
  const server = await ServerProcess.start(folder.path, []);
  await using browser = await launchBrowser();
  const page = await signedIn(browser, server.origin, "supervisor");
  for (const subject of ["견적서", "납품서"]) {
    await page.goto(`${server.origin}/work/new`);
    await page.fill("[name=subject]", subject);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/work");
  }
  await page.goto(`${server.origin}/work?kind=task`);
  await page.locator("#connection[data-state=live]").waitFor();
  const row = page.locator("tr", { hasText: "견적서" });
  const press = (change: string) => row.locator(`[hx-vals*='"${change}"']`).press("Enter");

  await press("release");
  await row.locator(".row_link:focus").waitFor();
  await press("take");
  await row.locator(".row_link:focus").waitFor();
  // Its row goes: the keyboard is at the one that has taken its place.
  await press("finish");
  await page.locator("tr", { hasText: "납품서" }).locator(".row_link:focus").waitFor();
  await server.stop();
});
