import { equal, ok } from "node:assert/strict";
import { Buffer } from "node:buffer";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { furnishOffice } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { until } from "../support/wait.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const PNG = Uint8Array.fromBase64(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
);
const PAGE = "<!DOCTYPE html><script>document.title = 'it ran'</script>";
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>`;

const file = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(content),
});

Deno.test("files are attached, opened and downloaded, and none of them runs", async (t) => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  const server = await ServerProcess.start(folder.path, []);
  await using browser = await launchBrowser();
  const kim = await signedIn(browser, server.origin, "kim");
  await kim.goto(`${server.origin}/customers/1`);
  const list = kim.locator("#files-customer-1");

  await t.step("several at once, with their progress", async () => {
    const shown: string[] = [];
    await kim.exposeFunction("sawUpload", (name: string) => void shown.push(name));
    await kim.evaluate(`new MutationObserver((changes) => {
      for (const change of changes) for (const row of change.addedNodes) {
        if (row.querySelector?.("progress")) sawUpload(row.querySelector("span").textContent);
      }
    }).observe(document.getElementById("uploads"), { childList: true })`);
    await list.locator("input[type=file]").setInputFiles([
      file("견적서.png", PNG),
      file("page.html", PAGE),
      file("계약서.pdf", PDF),
      file("큰 파일.bin", new Uint8Array(3_000_000)),
    ]);
    await list.locator(".file").nth(3).waitFor();
    equal(shown.join(), "견적서.png,page.html,계약서.pdf,큰 파일.bin");
    equal(await kim.locator("#uploads .upload").count(), 0);
  });

  await t.step("an image opens in the browser", async () => {
    const [opened] = await Promise.all([
      kim.context().waitForEvent("page"),
      list.getByText("견적서.png").click(),
    ]);
    await opened.waitForLoadState();
    equal(await opened.evaluate("document.images[0].naturalWidth"), 1);
    await opened.close();
  });

  await t.step("a page that somebody attached is downloaded, by its address too", async () => {
    const [download] = await Promise.all([
      kim.waitForEvent("download"),
      list.getByText("page.html").click(),
    ]);
    equal(download.suggestedFilename(), "page.html");
    const address = await list.getByText("page.html").getAttribute("href") ??
      await list.locator("a", { hasText: "page.html" }).getAttribute("href");
    const other = await kim.context().newPage();
    await other.goto(server.origin + address).catch(() => undefined);
    ok(await other.title() !== "it ran");
    await other.close();
  });

  await t.step("one that is too large is refused with a sentence, before it is sent", async () => {
    const huge = `${folder.path}/huge.bin`;
    await Deno.writeTextFile(huge, "");
    await Deno.truncate(huge, 26 * 1024 * 1024);
    await list.locator("input[type=file]").setInputFiles(huge);
    await kim.locator(".toast.error").filter({ hasText: "25 MB" }).waitFor();
    equal(await list.locator(".file").count(), 4);
  });

  await t.step("a file that is taken away can be brought back", async () => {
    kim.on("dialog", (dialog) => dialog.accept());
    await list.locator(".file", { hasText: "견적서.png" }).locator("button").click();
    await list.locator(".files_removed").waitFor();
    equal(await list.locator(".file").count(), 3);
    await list.locator(".files_removed button").click();
    await list.locator(".file").nth(3).waitFor();
  });

  await t.step("a consultation without a call survives a reload and a sign-out", async () => {
    await kim.locator(".customer_tools button", { hasText: "상담 쓰기" }).click();
    await kim.waitForURL("**/consultations/*");
    const url = kim.url();
    await kim.fill("#consultation textarea", "통화 없이 적은 말");
    await kim.locator("#consultation .note_saved").waitFor();
    await kim.reload();
    await until(async () => await kim.inputValue("#consultation textarea") === "통화 없이 적은 말");
    await kim.locator("#connection[data-state=live]").waitFor();
    await kim.context().clearCookies();
    await kim.close();
    const again = await signedIn(browser, server.origin, "kim");
    await again.locator(".open_work", { hasText: "통화 없이 적은 말" }).waitFor();
    await again.goto(url);
    equal(await again.inputValue("#consultation textarea"), "통화 없이 적은 말");
    await again.keyboard.press("Tab");
    await again.locator("#consultation textarea").press("Control+Enter");
    await again.waitForURL("**/customers/1");
    await again.locator(".history", { hasText: "통화 없이 적은 말" }).waitFor();
  });

  await server.stop();
});
