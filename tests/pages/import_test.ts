import { equal, match } from "node:assert/strict";
import { openStore } from "../../lib/store/open_store.ts";
import { createStaff } from "../../lib/store/staff.ts";
import { cheapHash } from "../support/cheap_password.ts";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const FILE = [
  "고객명;회사명;아무거나;비고",
  "홍길동;한빛상사;1011112222;새 손님",
  "이영희;한빛상사;010-1234-5678;이미 있는 손님",
  "성춘향;;전화없음;",
].join("\r\n");

Deno.test("a supervisor imports a file: looks, corrects a column, stores, takes back, exports", async () => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  const server = await ServerProcess.start(folder.path, []);
  try {
    await using browser = await launchBrowser();
    const page = await signedIn(browser, server.origin, "chief");
    await page.click("a[href='/customers']");
    await page.click("a[href='/imports']");
    const file = `${folder.path}/손님.csv`;
    await Deno.writeTextFile(file, FILE);
    await page.setInputFiles("input[type=file]", file);
    await page.locator(".import_preview").waitFor();
    const counts = page.locator(".import_counts dd:not(.import_download)");

    // A number in a column without a telling heading: nothing is guessed from `전화없음`.
    await page.selectOption("select[name=field2]", "number");
    await page.locator(".import_problems").waitFor();
    equal((await counts.allTextContents()).join(), "1,0,1,1");
    match(await page.locator(".import_problems").innerText(), /전화없음/);
    match(await page.locator(".import_rows mark").first().innerText(), /0/);

    await page.check("input[value=update]");
    await page.locator(".fate_update ~ *, .import_rows .fate_update").first().waitFor();
    await page.click("[hx-post$='/run']");
    await page.locator(".import_done").waitFor();
    await page.goto(`${server.origin}/customers?q=%ED%99%8D%EA%B8%B8%EB%8F%99`);
    await page.locator("#customer-rows >> text=홍길동").waitFor();

    // The row that was refused is mended here, and is then none to look at any more.
    await page.goto(`${server.origin}/imports/1`);
    const rows = page.waitForEvent("download");
    await page.click(".import_download a[href$='of=refused']");
    match((await rows).suggestedFilename(), /^가져온 행-1-제외\.xlsx$/);
    await page.locator(".looked_rows li").getByText("전화없음").waitFor();
    await page.click(".looked_rows a[href*='row=4']");
    const number = page.locator(".number_row input[aria-invalid=true]");
    equal(await number.inputValue(), "전화없음");
    await number.fill("010-7777-8888");
    await page.click(".customer_form [type=submit]");
    await page.locator(".import_done").waitFor();
    equal(await page.locator(".looked_rows").count(), 0);
    await page.goto(`${server.origin}/customers?q=010-7777-8888`);
    await page.locator("#customer-rows >> text=성춘향").waitFor();

    const download = page.waitForEvent("download");
    await page.locator(".export_menu summary").click();
    await page.locator(".export_menu a[href$='format=csv']").first().click();
    match((await download).suggestedFilename(), /^고객-\d{4}-\d\d-\d\d\.csv$/);

    await page.goto(`${server.origin}/imports/1`);
    page.once("dialog", (dialog) => dialog.accept());
    await page.click("[hx-post$='/undo']");
    await page.locator(".notice").waitFor();
    await page.goto(`${server.origin}/customers?q=%ED%99%8D%EA%B8%B8%EB%8F%99`);
    await page.locator("#customer-rows .empty").waitFor();
  } finally {
    await server.stop();
  }
});

const OUTLOOK = [
  "Customer No,First Name,Last Name,Mobile Phone,Home Phone 2,Assistant's Phone,Manager's Name,Spouse,Hobby,Web Page,Schools,Telex,Office Location,Notes,WhatsApp",
  "1001,가람,박,010-2000-0901,,02-2000-0105,김부장,,등산,,,,3층,메모,010-2000-0909",
].join("\r\n");

/** Somebody who may define fields. */
async function addAdministrator(data: string): Promise<void> {
  const passwordHash = await cheapHash(PASSWORD);
  const store = openStore(data);
  const boss = { login: "boss", name: "박관리", role: "admin", passwordHash } as const;
  createStaff(store, boss, Date.now());
  store.close();
}

Deno.test("a file of many columns: what is unclear is asked first, and what was unfolded stays so when the answer is there", async () => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  await addAdministrator(folder.path);
  const server = await ServerProcess.start(folder.path, []);
  try {
    await using browser = await launchBrowser();
    const page = await signedIn(browser, server.origin, "boss");
    await page.goto(`${server.origin}/imports`);
    const file = `${folder.path}/outlook.csv`;
    await Deno.writeTextFile(file, OUTLOOK);
    await page.setInputFiles("input[type=file]", file);
    await page.locator(".import_preview").waitFor();
    match(
      await page.locator(".import_questions").innerText(),
      /Assistant's Phone’ \(02-2000-0105\)/,
    );
    equal(await page.locator("select[name=field6]").isVisible(), false);
    await page.click("#columns_left > summary");
    await page.locator("select[name=field6]").waitFor();
    // What becomes of it is a new choice in every list of the page. An answered question is gone: there is nothing to look
    // at whether it is checked.
    await page.click("#question-0 input[value=new]");
    await page.locator("#column_row-0").waitFor();
    await page.locator(".import_preview").waitFor();
    equal(await page.locator("select[name=field6]").isVisible(), true);
    // The next question stands where the first one stood, and nobody has answered it.
    equal(await page.locator(".import_question").count(), 2);
    equal(await page.locator(".import_question input:checked").count(), 0);
    await page.click("#question-5 input[value=number]");
    await page.locator("input[name=label5]").waitFor();
    equal(await page.locator("input[name=label5]").inputValue(), "Assistant's Phone");
    await page.locator(".import_preview").waitFor();
    await page.click("[hx-post$='/run']");
    await page.locator(".import_done").waitFor();
    await page.goto(`${server.origin}/customers?q=%EB%B0%95%EA%B0%80%EB%9E%8C`);
    await page.locator("#customer-rows >> text=박가람").waitFor();
  } finally {
    await server.stop();
  }
});

Deno.test("an agent neither imports nor exports", async () => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  const server = await ServerProcess.start(folder.path, []);
  try {
    await using browser = await launchBrowser();
    const page = await signedIn(browser, server.origin, "kim");
    await page.goto(`${server.origin}/customers`);
    equal(await page.locator("a[href='/imports'], .export_menu").count(), 0);
    for (const path of ["/imports", "/customers/export", "/consultations/export"]) {
      const response = await page.request.get(`${server.origin}${path}`);
      equal(response.status(), 403, path);
    }
  } finally {
    await server.stop();
  }
});
