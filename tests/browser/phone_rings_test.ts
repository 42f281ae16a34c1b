import { equal, ok } from "node:assert/strict";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { furnishOffice } from "../support/office.ts";
import { exportedCalls, ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { TestPbx } from "../support/test_pbx.ts";

Deno.test("the phone rings and the card is there: two agents, one line, one server that dies", async (t) => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  using pbx = new TestPbx();
  let server = await ServerProcess.start(folder.path, ["--line", pbx.device]);
  await using browser = await launchBrowser();
  const kim = await signedIn(browser, server.origin, "kim");
  const park = await signedIn(browser, server.origin, "park");
  const popups = (page: typeof kim) => page.locator("#popups .popup:visible");

  await t.step("202 rings: only its agent sees the pop-up, with the right customer", async () => {
    await pbx.tell("C", "101012345678");
    await pbx.tell("c", "120201012345678");
    await popups(kim).waitFor();
    const text = await popups(kim).innerText();
    for (
      const part of ["이영희", "한빛상사", "VIP", "010-1234-5678", "미수금 확인", "납기 확인 요청"]
    ) {
      ok(text.includes(part), `the pop-up lacks ${part}: ${text}`);
    }
    ok((await kim.title()).includes("이영희"), `the tab's title is ${await kim.title()}`);
    equal(await popups(park).count(), 0);
    ok(!(await park.content()).includes("이영희"), "the other agent was told who calls");
  });

  await t.step("202 answers: the card opens by itself, and the pop-up is gone", async () => {
    await pbx.tell("N", "1202");
    await kim.locator(".call_card[data-state=talking]").waitFor();
    ok((await kim.locator(".call_card").innerText()).includes("이영희"));
    await popups(kim).waitFor({ state: "hidden" });
  });

  await t.step("what is typed is there after a reload in the middle of the call", async () => {
    await kim.fill(".call_card textarea", "견적서를 다시 보내 달라고 하심");
    await kim.locator(".call_card .note_saved").waitFor();
    const detail = kim.waitForResponse((response) =>
      new URL(response.url()).pathname === "/detail"
    );
    await kim.reload();
    await kim.locator(".call_card[data-state=talking]").waitFor();
    equal(await kim.inputValue(".call_card textarea"), "견적서를 다시 보내 달라고 하심");
    await kim.keyboard.type(", 오늘");
    equal(await kim.inputValue(".call_card textarea"), "견적서를 다시 보내 달라고 하심, 오늘");
    await kim.fill(".call_card textarea", "견적서를 다시 보내 달라고 하심");
    await kim.locator(".call_card .note_saved").waitFor();
    // What the page asks for anew when its stream is there must be this call's customer, too.
    equal(new URL((await detail).url()).search, "?call=1");
    await kim.locator("#detail").filter({ hasText: "구매팀" }).waitFor();
  });

  await t.step("a group call rings at both; the one who did not answer sees who did", async () => {
    await pbx.tell("F", "1202");
    await pbx.tell("C", "2025551234");
    await pbx.tell("c", "2202025551234");
    await pbx.tell("c", "2203025551234");
    await popups(kim).waitFor();
    await popups(park).waitFor();
    const text = await popups(park).innerText();
    ok(text.includes("박지훈") && text.includes("최유진"), `both may be calling: ${text}`);
    await pbx.tell("N", "2203");
    await popups(kim).filter({ hasText: "박상담" }).waitFor();
    await popups(kim).waitFor({ state: "hidden" });
    await park.locator(".call_card[data-state=talking]").waitFor();
    await popups(park).waitFor({ state: "hidden" });
  });

  await t.step("what kim typed is still there, and the card of the other call is not", async () => {
    equal(await kim.inputValue(".call_card textarea"), "견적서를 다시 보내 달라고 하심");
    await kim.locator(".call_card[data-state=ended]").waitFor();
  });

  await t.step("a saved note leaves the card, and the reminders are those of now", async () => {
    const reminders = kim.waitForResponse((response) => response.url().endsWith("/reminders"));
    await kim.focus(".call_card textarea");
    await kim.keyboard.press("Control+Enter");
    await kim.locator(".call_card").waitFor({ state: "hidden" });
    equal((await reminders).status(), 200);
  });

  await t.step(
    "the server is killed: the page says so, and comes back by itself to the truth",
    async () => {
      const { port } = server;
      await server.kill("SIGKILL");
      await park.locator("#connection:not([data-state=live])").waitFor();
      await park.fill(".call_card textarea", "서버가 없는 동안 쓴 글");
      const ended = pbx.tell("F", "2203");
      server = await ServerProcess.start(folder.path, [], port);
      await ended;
      await park.locator("#connection[data-state=live]").waitFor({ timeout: 15_000 });
      await park.locator(".call_card[data-state=ended]").waitFor();
      await park.locator(".call_card .note_saved").waitFor();
      equal(await park.inputValue(".call_card textarea"), "서버가 없는 동안 쓴 글");
    },
  );

  await t.step(
    "a withheld number shows nobody, and a new caller is one click from registration",
    async () => {
      await pbx.tell("C", "3P");
      await pbx.tell("c", "3202P");
      await popups(kim).waitFor();
      ok(!(await popups(kim).innerText()).includes("이영희"));
      await pbx.tell("F", "3");
      await popups(kim).waitFor({ state: "hidden" });
      await pbx.tell("c", "320201099998888");
      await popups(kim).filter({ hasText: "010-9999-8888" }).waitFor();
      await popups(kim).locator("a.primary").click();
      await kim.locator("[name=name]").waitFor();
      equal(await kim.inputValue("[name=number] >> nth=0"), "010-9999-8888");
      await kim.fill("[name=name]", "새손님");
      await kim.locator("form:has([name=name]) button[type=submit]").click();
      await popups(kim).filter({ hasText: "새손님" }).waitFor();
      await pbx.tell("F", "3");
    },
  );

  await server.stop();
  const calls = await exportedCalls(folder.path);
  equal(calls.length, 4);
  equal(calls.map((call) => call.outcome).join(), "answered,answered,missed,missed");
  equal(calls[0]!.customerId, "C-000001");
  equal(calls[3]!.customerId, "C-000004");
});
