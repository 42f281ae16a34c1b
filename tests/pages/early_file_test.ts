import { launchBrowser, signedIn } from "../support/browser.ts";
import { furnishOffice } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

Deno.test("a file that is chosen before the page's scripts have come is sent when they have", async () => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  const server = await ServerProcess.start(folder.path, []);
  try {
    await using browser = await launchBrowser();
    const page = await signedIn(browser, server.origin, "chief");
    const file = `${folder.path}/명단.csv`;
    await Deno.writeTextFile(file, "이름,휴대폰\n박가람,010-2000-0001\n");
    let scripts = Promise.withResolvers<void>();
    await page.route(/(import_upload|files)\.js$/, async (route) => {
      await scripts.promise;
      await route.continue();
    });
    await page.goto(`${server.origin}/imports`, { waitUntil: "commit" });
    await page.setInputFiles(".drop input[type=file]", file);
    scripts.resolve();
    await page.locator(".import_preview").waitFor();

    // Back from there nothing is sent again.
    await page.goBack();
    await page.locator(".drop[data-module]").waitFor();
    await page.locator(`.list_box >> text=명단.csv`).waitFor();
    scripts = Promise.withResolvers<void>();
    await page.goto(`${server.origin}/customers/1`, { waitUntil: "commit" });
    await page.setInputFiles("#files-customer-1 input[type=file]", file);
    scripts.resolve();
    await page.locator("#files-customer-1 .file >> text=명단.csv").waitFor();
  } finally {
    await server.stop();
  }
});
