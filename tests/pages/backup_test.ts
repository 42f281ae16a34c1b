import axe from "axe-core";
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import type { Page } from "playwright-core";
import { openStore } from "../../lib/store/open_store.ts";
import { createStaff } from "../../lib/store/staff.ts";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { cheapHash } from "../support/cheap_password.ts";
import { writtenByHand } from "../support/forged_backup.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

Deno.test("somebody else's backup is restored in the browser only with a tick beside what that means, in red", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  const stolen = `${folder.path}/stolen.sqlite`;
  await furnishOffice(data);
  const store = openStore(data);
  const passwordHash = await cheapHash(PASSWORD);
  createStaff(store, { login: "root", name: "안관리", role: "admin", passwordHash }, Date.now());
  store.close();
  Deno.copyFileSync(`${data}/belltower.sqlite`, stolen);
  const db = new DatabaseSync(stolen);
  db.exec("PRAGMA journal_mode = DELETE; UPDATE customers SET name = '바뀐고객'");
  db.close();
  const file = `${folder.path}/strange.backup`;
  Deno.writeFileSync(file, writtenByHand(stolen));

  const server = await ServerProcess.start(data, []);
  await using browser = await launchBrowser();
  const page = await signedIn(browser, server.origin, "root");
  await page.goto(`${server.origin}/settings/backup`);
  await page.setInputFiles("[data-module=import_upload] input[type=file]", file);
  await page.waitForURL("**/settings/backup/restore");
  await page.locator(".backup_foreign").waitFor();
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    const color = await page.evaluate<number[]>(
      "getComputedStyle(document.querySelector('.backup_foreign strong')).color.match(/[\\d.]+/g).map(Number)",
    );
    const [red = 0, green = 0, blue = 0] = color;
    ok(red > green + 60 && red > blue + 60, `${scheme}: ${color}`);
    await keepsNobodyOut(page);
  }

  await page.setViewportSize({ width: 390, height: 844 });
  const shown = await page.locator(".backup_counts").innerText();
  match(shown.replace(/\s+/g, " "), /지금 백업 고객 3 3 /);
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.click("button[value=confirm]");
  await page.locator("#f-accept-error").waitFor();
  equal(await page.locator("[name=accept]").getAttribute("aria-invalid"), "true");
  await keepsNobodyOut(page);
  await page.check("[name=accept]");
  await page.click("button[value=confirm]");
  await page.locator("[data-restoring]").waitFor();
  // The page comes back by itself: with the sign-ins of the backup, to whom nobody is signed in.
  await page.waitForURL((url) => url.pathname === "/login", { timeout: 60_000 });
  await page.fill("[name=login]", "root");
  await page.fill("[name=password]", PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname !== "/login");
  await page.goto(`${server.origin}/customers`);
  await page.getByText("바뀐고객").first().waitFor();
  await server.stop();
});

/** What axe-core finds on the page as it is. */
async function keepsNobodyOut(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const run = async (expression: string) => {
    const { result } = await session.send("Runtime.evaluate", {
      ...{ expression, awaitPromise: true, returnByValue: true },
    });
    return result.value;
  };
  await run(axe.source);
  const found = await run(
    `axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) =>
      id + ": " + nodes.map(({ target }) => target.join(" ")).join(", ")))`,
  );
  deepEqual(found, []);
  await session.detach();
}
