import axe from "axe-core";
import { deepEqual, equal, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import { exportedCalls, ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";

Deno.test("from an empty folder to the first call: the code, one form, the virtual PBX, the checklist", async () => {
  await using folder = await temporaryFolder();
  const server = await ServerProcess.start(folder.path, []);
  await until(() => /[0-9A-Z]{4}-[0-9A-Z]{4}/.test(server.log), 30_000, "the code is shown");
  const [code = ""] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(server.log)!;
  await using browser = await launchBrowser();
  // Past the policy of the pages, for axe, which is no file of ours.
  const context = await browser.newContext({ locale: "ko-KR", bypassCSP: true });
  await context.addInitScript({ content: axe.source });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on("pageerror", (error) => {
    throw error;
  });

  await page.goto(`${server.origin}/calls`);
  equal(new URL(page.url()).pathname, "/setup");
  await keepsNobodyOut(page);
  await page.fill("[name=code]", code.toLowerCase());
  await page.keyboard.press("Enter");
  await page.locator("[name=name]:focus").waitFor();
  await page.fill("[name=name]", "안관리");
  await page.fill("[name=login]", "boss");
  await page.fill("[name=password]", "the first password");
  await page.fill("[name=again]", "the other password");
  await page.fill("[name=office]", "한빛상사");
  await page.check("[name=line][value='virtual PBX']");
  await page.selectOption("[name=extension]", "201");
  await page.keyboard.press("Enter");
  await page.locator("#f-again-error").waitFor();
  await keepsNobodyOut(page);
  equal(await page.inputValue("[name=office]"), "한빛상사");
  ok(await page.isChecked("[name=line][value='virtual PBX']"));
  await page.fill("[name=password]", "the first password");
  await page.fill("[name=again]", "the first password");
  await page.keyboard.press("Enter");

  await page.waitForURL("**/settings/checklist?fresh");
  await page.locator("#line[data-state=open]").waitFor({ state: "attached", timeout: 120_000 });
  ok((await page.locator(".check_row").first().innerText()).includes("1명"));
  await page.goto(`${server.origin}/board`);
  await until(async () => (await exportedCalls(folder.path)).length > 0, 60_000, "a call came");
  for (const { name } of Deno.readDirSync(`${folder.path}/log`)) {
    const written = await Deno.readTextFile(`${folder.path}/log/${name}`);
    ok(!written.includes(code), "the code stands in the log");
  }
  await server.stop();
});

/** What axe-core finds: the setup is gone when tests/pages/every_page_test.ts looks at every page. */
async function keepsNobodyOut(page: Page): Promise<void> {
  const found = await page.evaluate(
    `axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) =>
      id + " " + nodes.map(({ target }) => target.join(" ")).join(", ")))`,
  );
  deepEqual(found, []);
}
