import { deepEqual } from "node:assert/strict";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { moveIn } from "../support/lived_in_office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

/** With a list's panel beside it, on a tablet, in a window that shares the screen, and on telephones down to the smallest. */
const WIDTHS = [1440, 1100, 960, 840, 768, 730, 390, 320];

Deno.test("a list fits its window, however narrow: nothing of it lies beside the screen", async () => {
  await using folder = await temporaryFolder();
  await moveIn(folder.path);
  const server = await ServerProcess.start(folder.path, []);
  await using browser = await launchBrowser();
  const page = await signedIn(browser, server.origin, "supervisor");
  await page.evaluate(
    `fetch("/language", { method: "POST", body: new URLSearchParams({ language: "en", next: "/" }) })`,
  );
  await page.goto(`${server.origin}/calls`);
  const call = await page.locator(".row_link").first().getAttribute("href");
  const beside: string[] = [];
  for (const path of ["/calls", call, "/customers", "/work", "/work?whose=done"]) {
    await page.goto(server.origin + path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate<number>(`(() => {
        const list = document.querySelector(".list_side");
        return list.scrollWidth - list.clientWidth;
      })()`);
      // Both widths are rounded to whole pixels, each by itself.
      if (over > 1) beside.push(`${path} at ${width}: ${over} px`);
    }
  }
  deepEqual(beside, []);
  await server.stop();
});
