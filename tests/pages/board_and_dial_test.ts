import { equal, ok } from "node:assert/strict";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { furnishOffice } from "../support/office.ts";
import { exportedCalls, ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { TestPbx } from "../support/test_pbx.ts";
import { until } from "../support/wait.ts";

const ACK = 0x06;
const NAK = 0x15;

/** In the page: what is written in less than 32 px, which on a screen of 40" cannot be read from 5 m. */
const SMALL_TEXTS = `[...document.querySelectorAll("dt, dd, strong, span, p")]
  .filter((one) => one.offsetHeight > 1 && one.children.length === 0 && one.innerText.trim() !== "")
  .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 32).map((one) => one.innerText)`;

Deno.test("the board tells the truth live, and a number is dialled before everybody's eyes", async (t) => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  using pbx = new TestPbx();
  let server = await ServerProcess.start(folder.path, ["--line", pbx.device]);
  await using browser = await launchBrowser();
  const kim = await signedIn(browser, server.origin, "kim");
  const chief = await signedIn(browser, server.origin, "chief");
  const park = await signedIn(browser, server.origin, "park");
  for (const page of [chief, park]) await page.goto(`${server.origin}/board`);
  const tile = (page: typeof kim, extension: string) => page.locator(`#tile-${extension}`);
  const is = (page: typeof kim, extension: string, state: string) =>
    page.locator(`#tile-${extension}[data-state=${state}]`).waitFor();

  await t.step(
    "a ringing phone shows on the board, with the customer to the supervisor alone",
    async () => {
      await is(chief, "202", "available");
      await pbx.tell("C", "101012345678");
      await pbx.tell("c", "120201012345678");
      await is(chief, "202", "ringing");
      await is(park, "202", "ringing");
      ok((await tile(chief, "202").innerText()).includes("이영희"));
      ok(!(await park.content()).includes("이영희"), "an agent's board names the customer");
      equal(await chief.locator("#figure-waiting dd").innerText().then((text) => text[0]), "1");
    },
  );

  await t.step(
    "the clock of a talk runs without a gap, while the board is drawn anew",
    async () => {
      await pbx.tell("N", "1202");
      await is(chief, "202", "talking");
      const seen: string[] = [];
      await until(async () => {
        const text = await tile(chief, "202").locator(".clock").innerText();
        if (text !== seen.at(-1)) seen.push(text);
        return text >= "00:02";
      });
      ok(!seen.includes(""), `the clock was blank in between: ${seen}`);
      await pbx.tell("F", "1202");
      await is(chief, "202", "available");
      await chief.locator("#figure-answered dd").filter({ hasText: "1" }).waitFor();
    },
  );

  await t.step("a break with its reason is on everybody's board", async () => {
    await kim.locator("#presence summary").click();
    await kim.fill("#presence [name=reason]", "점심");
    await kim.locator("#presence button[value=break]").click();
    await is(park, "202", "break");
    ok((await tile(park, "202").innerText()).includes("점심"));
    await kim.locator("#presence summary").click();
    await kim.locator("#presence button[value=available]").click();
    await is(park, "202", "available");
  });

  const bar = (state: string) => kim.locator(`#dialling[data-state=${state}]`).waitFor();
  const number = kim.locator("[data-dial='01012345678']").first();

  await t.step(
    "a clicked number shows what happens: asked, the own phone rings, dialling, over",
    async () => {
      await kim.goto(`${server.origin}/calls`);
      await number.click();
      ok((await pbx.heard()).includes("20201012345678"), "the PBX was not asked");
      await bar("asked");
      pbx.answer(ACK);
      await bar("accepted");
      await pbx.tell("n", "3202");
      await pbx.tell("O", "320201012345678");
      await bar("dialling");
      equal(await number.getAttribute("data-dial-state"), "dialling");
      await kim.locator(".call_card[data-state=dialling]").filter({ hasText: "이영희" }).waitFor();
      await is(chief, "202", "dialling");
      await pbx.tell("F", "3202");
      await bar("ended");
    },
  );

  await t.step(
    "a PBX that refuses is said so, and Enter on the pad dials the last number again",
    async () => {
      await kim.locator(".drawer [data-drawer=fold]").click();
      await kim.locator("h1").first().click();
      await kim.keyboard.press("d");
      await kim.locator("#pad .pad_recent").waitFor();
      await kim.keyboard.press("Enter");
      for (let attempt = 0; attempt < 4; attempt++) {
        ok((await pbx.heard()).includes("20201012345678"), `try ${attempt + 1} did not come`);
        pbx.answer(NAK);
      }
      await bar("failed");
      equal(await number.getAttribute("data-dial-state"), null);
    },
  );

  await t.step(
    "after a restart of the server the board shows what happened meanwhile",
    async () => {
      const { port } = server;
      await server.kill("SIGKILL");
      await chief.locator("#connection:not([data-state=live])").waitFor();
      const told = pbx.tell("c", "420302000000000");
      server = await ServerProcess.start(folder.path, [], port);
      await told;
      await chief.locator("#connection[data-state=live]").waitFor({ timeout: 15_000 });
      await is(chief, "203", "ringing");
      await pbx.tell("F", "4");
    },
  );

  await t.step(
    "the wall's screen opens without a sign-in, follows, and goes dark when its link ends",
    async () => {
      await chief.goto(`${server.origin}/board/screens`);
      await chief.evaluate(`void (globalThis.told = new Promise((done) => {
        document.addEventListener("changed", done, { once: true });
      }))`);
      await chief.locator(".wall_form button").click();
      const link = await chief.locator(".wall_link [data-copy]").getAttribute("data-copy");
      // It is shown once: that the page hears of its own change takes nothing away (it looks 300 ms later).
      await chief.evaluate(
        "globalThis.told.then(() => new Promise((done) => setTimeout(done, 400)))",
      );
      equal(await chief.locator(".wall_link [data-copy]").getAttribute("data-copy"), link);
      const wall = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } }))
        .newPage();
      await wall.goto(link!);
      await pbx.tell("c", "120201012345678");
      await is(wall, "202", "ringing");
      const content = await wall.content();
      ok(!content.includes("이영희") && !content.includes("5678"), "the wall names the caller");
      equal((await wall.evaluate(SMALL_TEXTS) as string[]).join(), "", "too small from 5 m");
      const fits = await wall.evaluate("document.documentElement.scrollHeight <= innerHeight");
      ok(fits, "the wall's screen would have to be scrolled");
      await pbx.tell("F", "1");
      await is(wall, "202", "available");
      chief.on("dialog", (dialog) => dialog.accept());
      await chief.locator(".wall_list button").click();
      await wall.locator("body.cut_off").waitFor();
    },
  );

  await server.stop();
  const calls = await exportedCalls(folder.path);
  equal(calls.filter((call) => call.direction === "out").length, 1);
  equal(calls.find((call) => call.direction === "out")?.customerId, "C-000001");
});
