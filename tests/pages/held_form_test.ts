import { equal, match } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { furnishOffice } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

Deno.test("a form that cannot be saved says so, and is saved by one click when it can be", async () => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  const server = await ServerProcess.start(folder.path, []);
  await using browser = await launchBrowser();
  const kim = await signedIn(browser, server.origin, "kim");
  await kim.goto(`${server.origin}/customers/new`);
  await kim.fill("[name=name]", "김저장");
  await kim.fill("[name=memo]", "\n첫 줄\n<둘째> 줄");

  using other = new DatabaseSync(`${folder.path}/belltower.sqlite`);
  other.exec("PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE");
  await kim.locator(".customer_form button.primary").click();
  const problem = kim.locator(".error_page");
  match(await problem.innerText(), /저장하지 못했습니다[^]*입력한 내용은 그대로 있습니다/);
  other.exec("ROLLBACK");
  await problem.locator("button").click();
  await kim.waitForURL(/\/customers\/\d+/);
  match(await kim.locator("#main").innerText(), /김저장[^]*첫 줄\n<둘째> 줄/);

  other.exec("PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE");
  await kim.locator("#presence summary").click();
  await kim.locator("#presence button[value=break]").click();
  const toast = kim.locator(".toast");
  await toast.first().waitFor();
  match(await toast.first().innerText(), /아무것도 저장되지 않았지만/);
  equal(await toast.count(), 1, "it is said once");
  other.exec("ROLLBACK");
  await server.stop();
});
