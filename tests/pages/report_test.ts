import { equal, ok } from "node:assert/strict";
import { catchUp } from "../../lib/store/call_log/catch_up.ts";
import { insertCall } from "../../lib/store/write_calls.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { ensureLine } from "../../lib/store/lines.ts";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { furnishOffice } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { telephoneParty } from "../support/parties.ts";

const OUTCOMES = ["answered", "answered", "missed", "answered", "outbound"] as const;

/** Five calls an hour ago, each a minute. */
function someCalls(data: string): void {
  const store = openStore(data);
  const line = ensureLine(store, "a capture", "416", false).id;
  OUTCOMES.forEach((outcome, index) => {
    const startedAt = Date.now() - 3_600_000 + index * 60_000;
    const answeredAt = outcome === "answered" ? startedAt + 5000 : null;
    const out = outcome === "outbound";
    insertCall(store, line, {
      switchCall: `1-${startedAt}`,
      trunk: "1",
      direction: out ? "out" : "in",
      state: "ended",
      number: "01012345678",
      reason: null,
      startedAt,
      answeredAt,
      endedAt: startedAt + 50_000,
      outcome,
      cause: null,
      called: null,
      queue: null,
      connections: [telephoneParty("202", {
        [out ? "dialledAt" : "rangAt"]: startedAt,
        leftAt: startedAt + 50_000,
      })],
      extension: "202",
      heardAt: startedAt + 50_000,
    });
  });
  catchUp(store, Infinity);
  store.close();
}

Deno.test("a supervisor reads a report, follows a figure into the log, and takes it along as Excel", async (t) => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  someCalls(folder.path);
  const server = await ServerProcess.start(folder.path, []);
  await using browser = await launchBrowser();
  const chief = await signedIn(browser, server.origin, "chief");

  await t.step("the navigation leads to the last thirty days", async () => {
    await chief.click(".nav a[href='/reports']");
    await chief.locator(".report_cards").waitFor();
    const values = await chief.locator(".report_value").allInnerTexts();
    equal(values.slice(0, 4).join(), "4,3,1,1");
    // 1 picture of the calls, 1 of the week.
    equal(await chief.locator("svg.chart").count(), 2);
    equal(await chief.locator(".report_table tbody tr").count(), 30);
  });

  await t.step("another group is one click away", async () => {
    await chief.click(".report_groups a[href*='by=extension']");
    await chief.locator(".report_groups a[aria-current][href*='by=extension']").waitFor();
    ok((await chief.locator(".report_table tbody tr").first().innerText()).startsWith("202"));
  });

  await t.step("the workbook is a workbook", async () => {
    const started = chief.waitForEvent("download");
    await chief.click("a[href^='/reports/export']");
    const download = await started;
    const bytes = await Deno.readFile(await download.path());
    ok(download.suggestedFilename().endsWith(".xlsx"), download.suggestedFilename());
    equal(String.fromCharCode(...bytes.subarray(0, 2)), "PK");
  });

  await t.step("on paper there is the report and nothing around it", async () => {
    await chief.emulateMedia({ media: "print" });
    equal(await chief.locator(".nav").isVisible(), false);
    equal(await chief.locator(".report_choice").isVisible(), false);
    equal(await chief.locator(".report_table").isVisible(), true);
    await chief.emulateMedia({ media: "screen" });
  });

  await t.step("the missed calls are a link to the missed calls", async () => {
    await chief.click(".report_card a[href*='outcome=missed']");
    await chief.waitForURL("**/calls?*");
    await chief.locator("#call-list tbody tr").first().waitFor();
    equal(await chief.locator("#call-list tbody tr").count(), 1);
  });

  await server.stop();
});
