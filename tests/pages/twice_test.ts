import { deepEqual, equal } from "node:assert/strict";
import { openStore } from "../../lib/store/open_store.ts";
import { createTask } from "../../lib/store/work/change_work.ts";
import { openWork } from "../../lib/store/work/work_list.ts";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { furnishOffice } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const HOUR_MS = 3_600_000;

Deno.test("what is pressed twice is done once: a button of a list, and a form whose answer is on its way", async (t) => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  const store = openStore(folder.path);
  const now = Date.now();
  const task = { text: "", customerId: null, interactionId: null, staffId: null };
  for (const [index, subject] of ["첫째", "둘째", "셋째"].entries()) {
    createTask(store, { ...task, subject, dueAt: now + (index + 1) * HOUR_MS }, { by: 1, at: now });
  }
  const open = () =>
    openWork(store, { kind: "task", whose: null }, 9).map(({ subject }) => subject);
  const server = await ServerProcess.start(folder.path, []);
  await using browser = await launchBrowser();
  const kim = await signedIn(browser, server.origin, "kim");

  await t.step(
    "a double click on `done` of a row takes nothing back, and does not finish the next one",
    async () => {
      await kim.goto(`${server.origin}/work`);
      await kim.locator("#connection[data-state=live]").waitFor();
      const row = kim.locator("#work-rows tr").first();
      const { x, y, width, height } =
        (await row.locator(".work_acts button").last().boundingBox())!;
      const [left, top] = [x + width / 2, y + height / 2];
      await kim.mouse.click(left, top);
      // By now the row says that it is done, or has given its place to the next one.
      await kim.locator("#work-row-1").getByText("완료", { exact: true }).waitFor({
        state: "detached",
      });
      await kim.mouse.move(left, top);
      await kim.mouse.down({ clickCount: 2 });
      await kim.mouse.up({ clickCount: 2 });
      await kim.locator("#work-row-1").waitFor({ state: "detached" });
      deepEqual(open(), ["둘째", "셋째"]);
    },
  );

  await t.step(
    "Enter pressed again before the answer has come sends a form no second time",
    async () => {
      await kim.goto(`${server.origin}/work/new`);
      await kim.locator("#connection[data-state=live]").waitFor();
      await kim.fill("[name=subject]", "한 번만");
      const sent: string[] = [];
      kim.on("request", (request) => {
        if (request.method() === "POST") sent.push(new URL(request.url()).pathname);
      });
      await kim.route("**/work", async (route) => {
        // As a second press does; a test that presses it would wait for the page.
        await kim.evaluate("document.querySelector('.task_form').requestSubmit()");
        await route.continue();
      }, { times: 1 });
      await kim.locator("[name=subject]").press("Enter");
      await kim.locator("h1", { hasText: "할 일" }).waitFor();
      deepEqual(sent, ["/work"]);
      equal(open().filter((subject) => subject === "한 번만").length, 1);
    },
  );
  store.close();
  await server.stop();
});
