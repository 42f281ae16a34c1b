import { deepEqual, equal, match } from "node:assert/strict";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { furnishOffice } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { TestPbx } from "../support/test_pbx.ts";

const ACK = 0x06;

Deno.test("a call is found in the log and put right by keys, and a missed caller is called back", async (t) => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  using pbx = new TestPbx();
  const server = await ServerProcess.start(folder.path, ["--line", pbx.device]);
  await using browser = await launchBrowser();
  // Agent 203: nothing of these calls covers the page of the one who looks.
  const park = await signedIn(browser, server.origin, "park");
  const rows = park.locator("[data-call-row]");
  const waiting = park.locator(".nav_count");

  await t.step("calls that nobody answers are counted in the navigation as they end", async () => {
    for (
      const frame of ["C 101012345678", "c 120201012345678", "N 1202", "F 1202"].concat(
        ["C 20255559999", "c 22020255559999", "F 2202", "C 301012345678", "F 3"],
      )
    ) {
      const [mi, data] = frame.split(" ") as [string, string];
      await pbx.tell(mi, data);
    }
    await waiting.filter({ hasText: "2" }).waitFor();
  });

  await t.step("a chip's choice filters and stands in the address; a heading sorts", async () => {
    await park.goto(`${server.origin}/calls`);
    equal(await rows.count(), 3);
    await park.locator(".chip summary").filter({ hasText: "상태" }).first().click();
    await park.locator("[name=outcome][value=missed]").check();
    await park.waitForURL("**/calls?outcome=missed");
    await rows.nth(2).waitFor({ state: "detached" });
    await park.locator("th.col_number a").click();
    await park.waitForURL("**/calls?outcome=missed&sort=number");
    await park.locator("th.col_number[aria-sort=ascending]").waitFor();
    deepEqual(await rows.locator(".cell_number").allInnerTexts(), [
      "010-1234-5678",
      "02-5555-9999",
    ]);
  });

  await t.step(
    "j and k go through the rows, Enter opens one, and it gets its customer",
    async () => {
      for (const key of ["j", "j", "k", "j", "Enter"]) await park.keyboard.press(key);
      const panel = park.locator("[data-panel-call]");
      await panel.filter({ hasText: "02-5555-9999" }).waitFor();
      await park.locator(".panel_correct summary").press("Enter");
      await park.fill(".panel_correct [name=customer]", "C-000002");
      await park.keyboard.press("Enter");
      await panel.filter({ hasText: "박지훈" }).waitFor();
      await park.reload();
      match(await rows.nth(1).innerText(), /박지훈/);
    },
  );

  await t.step("the filter is kept under a name", async () => {
    await park.locator("summary").filter({ hasText: "저장한 조건" }).press("Enter");
    await park.fill(".saved_new [name=name]", "부재만");
    await park.keyboard.press("Enter");
    const saved = park.locator(".saved_line a", { hasText: "부재만" });
    await saved.waitFor({ state: "attached" });
    equal(await saved.getAttribute("href"), "/calls?outcome=missed&sort=number");
  });

  await t.step("the rows on the page come as a workbook", async () => {
    await park.locator(".export_menu summary").press("Enter");
    const download = park.waitForEvent("download");
    await park.locator('.export_menu a[href^="/calls.xlsx"]').press("Enter");
    match((await download).suggestedFilename(), /\.xlsx$/);
    equal(await (await download).failure(), null);
  });

  await t.step(
    "a missed caller is called back: the switch dials, and nobody waits any more",
    async () => {
      await park.goto(`${server.origin}/work`);
      await park.locator("tr", { hasText: "02-5555-9999" }).locator(".call_back").click();
      match(await pbx.heard(), /2030255559999/);
      pbx.answer(ACK);
      await pbx.tell("n", "4203");
      await pbx.tell("O", "42030255559999");
      await pbx.tell("F", "4203");
      await waiting.filter({ hasText: "1" }).waitFor();
    },
  );
  await server.stop();
});
