import { equal, match } from "node:assert/strict";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { furnishOffice } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const FILE = "이름|휴대폰\n박가람|010-2000-0001\n이나래|010-2000-0011\n";

Deno.test("a file that was read wrongly is read otherwise by keyboard, and without scripts", async () => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  const server = await ServerProcess.start(folder.path, []);
  try {
    await using browser = await launchBrowser();
    const page = await signedIn(browser, server.origin, "chief");
    await page.goto(`${server.origin}/imports`);
    const file = `${folder.path}/명단.csv`;
    await Deno.writeTextFile(file, FILE);
    await page.setInputFiles("input[type=file]", file);
    await page.locator(".import_facts >> text=제목 1행").waitFor();

    await page.locator(".import_reading summary").press("Enter");
    await page.selectOption("select[name=delimiter]", "bar");
    await page.locator("input[name=heading_row][value='2']").press("Space");
    await page.locator(".reading_form button").press("Enter");
    await page.locator(".import_facts >> text=제목 2행").waitFor();
    equal((await page.locator(".reading_rows .is_heading th").textContent())?.trim(), "2행");

    const plain = await browser.newContext({ javaScriptEnabled: false });
    await plain.addCookies(await page.context().cookies());
    const bare = await plain.newPage();
    await bare.goto(page.url());
    // It stands open: nobody is named in what was read.
    await bare.locator(".reading_form").waitFor();
    await bare.locator("input[name=heading_row][value='1']").check();
    await bare.selectOption("select[name=heading_rows]", "1");
    await bare.locator(".reading_form button").press("Enter");
    // Without scripts nothing but the person looks again.
    for (let i = 0; i < 300 && await bare.locator(".import_facts").count() === 0; i++) {
      await bare.reload();
    }
    match(await bare.locator(".import_facts").innerText(), /제목 1행/);
  } finally {
    await server.stop();
  }
});
