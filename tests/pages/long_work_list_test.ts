import { equal } from "node:assert/strict";
import { openStore } from "../../lib/store/open_store.ts";
import { createTask } from "../../lib/store/work/change_work.ts";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const HOUR_MS = 3_600_000;

Deno.test("a long list of work shows more when it is asked to, and keeps it when a colleague changes something", async () => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  const now = Date.now();
  const store = openStore(folder.path);
  store.transaction(() => {
    for (let i = 0; i < 130; i++) {
      const task = { subject: `${i}번째 견적`, text: "", customerId: null, interactionId: null };
      createTask(store, { ...task, staffId: null, dueAt: now + HOUR_MS + i }, { by: 1, at: now });
    }
  });
  store.close();
  const server = await ServerProcess.start(folder.path, []);
  await using browser = await launchBrowser();
  const kim = await signedIn(browser, server.origin, "kim");
  await kim.goto(`${server.origin}/work`);
  const rows = kim.locator("#work-rows tr[id^=work-row-]");
  equal(await rows.count(), 100);
  await kim.locator(".more button").click();
  await rows.nth(129).waitFor();
  equal(await rows.count(), 130);

  // Back from what stands behind the hundredth, and loaded anew, it is as long.
  await rows.nth(120).locator(".row_link").click();
  await kim.locator(".work_steps").waitFor();
  await kim.goBack();
  await rows.nth(129).waitFor();
  await kim.reload();
  await rows.nth(129).waitFor();

  const { origin } = server;
  const headers = { cookie: await signIn(origin, "chief", PASSWORD), origin };
  const body = new URLSearchParams({ change: "finish" });
  const answer = await fetch(`${origin}/work/1`, {
    ...{ method: "POST", headers, body, redirect: "manual" as const },
  });
  await answer.body?.cancel();
  await kim.locator("#work-row-1").waitFor({ state: "detached" });
  equal(await rows.count(), 129);
  equal(await kim.locator("#work-rows").count(), 1);
  await server.stop();
});
