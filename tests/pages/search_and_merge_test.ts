import { equal, match, ok } from "node:assert/strict";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { furnishOffice } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { TestPbx } from "../support/test_pbx.ts";
import { until } from "../support/wait.ts";

Deno.test("a customer is found and two are merged by keys alone, and the merge is taken back", async (t) => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  using pbx = new TestPbx();
  const server = await ServerProcess.start(folder.path, ["--line", pbx.device]);
  await using browser = await launchBrowser();
  const chief = await signedIn(browser, server.origin, "chief");
  const field = chief.locator("#search");
  const found = chief.locator("#search ~ .found_box [role=option]");

  /** A page that has only just come does not listen yet. */
  const toSearch = (key: string) =>
    until(
      async () => {
        await chief.keyboard.press(key);
        return await field.evaluate((element) => element === document.activeElement);
      },
      10_000,
      "the search has the cursor",
    );

  await t.step("`/` goes to the search, consonants find, arrows choose, Enter opens", async () => {
    await toSearch("/");
    await chief.keyboard.insertText("ㄷㅅㅁㅅ");
    await found.nth(1).waitFor();
    equal(await found.count(), 2);
    equal(await field.getAttribute("aria-expanded"), "true");
    await chief.keyboard.press("ArrowDown");
    const active = await field.getAttribute("aria-activedescendant");
    equal(await chief.locator(`#${active}`).getAttribute("aria-selected"), "true");
    const chosen = await chief.locator(`#${active}`).getAttribute("data-found");
    await chief.keyboard.press("Enter");
    await chief.waitForURL(`**/customers/${chosen}`);
  });

  await t.step(
    "Ctrl-K from another page, the last four digits, Esc closes and empties",
    async () => {
      await toSearch("Control+k");
      await chief.keyboard.insertText("5678");
      await found.first().waitFor();
      match(await found.first().innerText(), /이영희/);
      equal(await found.first().locator("mark").innerText(), "5678");
      await chief.keyboard.press("Escape");
      equal(await field.getAttribute("aria-expanded"), "false");
      await chief.keyboard.press("Escape");
      equal(await field.inputValue(), "");
    },
  );

  await t.step(
    "Korean is found while it is composed, and the keys that compose it choose nothing",
    async () => {
      const asked: string[] = [];
      chief.on("request", (request) => {
        const { pathname, searchParams } = new URL(request.url());
        if (pathname === "/search") asked.push(searchParams.get("q") ?? "");
      });
      const keys = await chief.context().newCDPSession(chief);
      const compose = (text: string) =>
        keys.send("Input.imeSetComposition", { text, selectionStart: 1, selectionEnd: 1 });
      const commit = (text: string) => keys.send("Input.insertText", { text });
      const page = chief.url();
      for (const part of ["ㅇ", "이"]) await compose(part);
      await commit("이");
      await compose("ㅇ");
      await found.first().waitFor();
      equal(await found.first().locator("mark").first().innerText(), "이");
      for (const part of ["여", "영"]) await compose(part);
      await until(
        () => asked.at(-1) === "이영",
        10_000,
        "the syllable is asked for before it ends",
      );
      await found.first().waitFor();
      for (const code of ["ArrowDown", "Escape"]) {
        const key = { key: "Process", code, windowsVirtualKeyCode: 229 };
        await keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
      }
      await commit("영");
      await compose("희");
      await commit("희");
      await until(() => asked.at(-1) === "이영희", 10_000, "the whole name is asked for");
      await found.first().locator("mark", { hasText: "이영희" }).waitFor();
      equal(await field.inputValue(), "이영희");
      equal(chief.url(), page);
      ok(asked.every((text) => !/[ㄱ-ㅣ]/.test(text)), asked.join());
      await chief.keyboard.press("Enter");
      await chief.locator("#main", { hasText: "이영희" }).waitFor();
      await toSearch("/");
    },
  );

  await t.step(
    "one Enter opens whom was found while a syllable is being composed, however the browser tells of it",
    async () => {
      const keys = await chief.context().newCDPSession(chief);
      const enter = { code: "Enter", windowsVirtualKeyCode: 229, key: "Process" };
      const compose = async (text: string) => {
        await keys.send("Input.imeSetComposition", { text, selectionStart: 1, selectionEnd: 1 });
      };
      /** 이영희, its last syllable still being composed. */
      const composed = async () => {
        await chief.goto(`${server.origin}/calls`);
        await toSearch("/");
        for (const [parts, whole] of [[["ㅇ", "이"], "이"], [["ㅇ", "여", "영"], "영"]] as const) {
          for (const part of parts) await compose(part);
          await keys.send("Input.insertText", { text: whole });
        }
        for (const part of ["ㅎ", "흐", "희"]) await compose(part);
      };
      const opened = async () => {
        await chief.waitForURL(/\/customers\/\d+$/);
        await chief.locator("#main", { hasText: "이영희" }).waitFor();
      };
      const asked: string[] = [];
      chief.on("request", (request) => {
        const { pathname } = new URL(request.url());
        if (/^\/customers/.test(pathname)) asked.push(pathname);
      });
      // The list is there, and the browser tells of the Enter once.
      await composed();
      await found.first().locator("mark", { hasText: "이영희" }).waitFor();
      await keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enter });
      await keys.send("Input.insertText", { text: "희" });
      await opened();
      // It is not there yet, and the browser tells of it twice.
      const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<void>();
      await chief.route(`**/search?q=${encodeURIComponent("이영희")}`, async (route) => {
        await mayAnswer;
        await route.continue();
      });
      await composed();
      await keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enter });
      await keys.send("Input.insertText", { text: "희" });
      await chief.keyboard.press("Enter");
      answer();
      await opened();
      await chief.unrouteAll({ behavior: "wait" });
      // The input method never says that the syllable has ended.
      await composed();
      await chief.keyboard.press("Enter");
      await opened();
      equal(asked.length, 3, asked.join());
    },
  );

  await t.step(
    "a name that was typed on the English keyboard is found, and called a guess",
    async () => {
      await toSearch("/");
      await chief.keyboard.press("Control+a");
      await chief.keyboard.insertText("dldudgml");
      await chief.locator("#search ~ .found_box [role=group] [role=option]").first().waitFor();
      match(await chief.locator(".found_guess").innerText(), /이영희/);
      await chief.keyboard.press("Escape");
      await chief.keyboard.press("Escape");
    },
  );

  await t.step(
    "what was typed last is what is shown, however long an older answer takes",
    async () => {
      const late = Promise.withResolvers<void>();
      await chief.route("**/search?q=%EC%9D%B4", async (route) => {
        await found.first().waitFor();
        await route.continue().catch(() => undefined);
        late.resolve();
      });
      const first = chief.waitForRequest("**/search?q=%EC%9D%B4");
      await chief.keyboard.insertText("이");
      await first;
      await chief.keyboard.press("Backspace");
      await chief.keyboard.insertText("최");
      await found.first().waitFor();
      await late.promise;
      match(await found.first().innerText(), /최유진/);
      await chief.keyboard.press("Escape");
      await chief.keyboard.press("Escape");
    },
  );

  await t.step("another number becomes the main one", async () => {
    await chief.goto(`${server.origin}/customers/new`);
    await chief.locator("#connection[data-state=live]").waitFor();
    await chief.locator("[name=name]").fill("두 번호");
    await chief.locator("[name=number]").fill("031-222-3344");
    await chief.locator("[data-add-number]").press("Enter");
    await chief.keyboard.insertText("010-7777-8888");
    await chief.locator("[data-main-number]").nth(1).press("Enter");
    await chief.keyboard.press("Enter");
    await chief.waitForURL(/\/customers\/\d+$/);
    const main = await chief.locator("#main").innerText();
    ok(main.indexOf("010-7777-8888") < main.indexOf("031-222-3344"), main);
  });

  await t.step("duplicates stand side by side, are merged, and are two again", async () => {
    await chief.goto(`${server.origin}/customers/duplicates`);
    await chief.locator(".duplicate_group .button.primary").first().press("Enter");
    await chief.waitForURL("**/customers/merge?**");
    await chief.locator(".merge_form button.primary").press("Enter");
    await chief.waitForURL(/\/customers\/\d+$/);
    const survivor = chief.url();
    const gone = survivor.endsWith("/2") ? "3" : "2";
    await chief.goto(`${server.origin}/customers/${gone}`);
    equal(chief.url(), survivor);
    await chief.goto(`${server.origin}/customers/duplicates`);
    await chief.locator("form[action$='/undo'] button").press("Enter");
    await chief.waitForURL(`**/customers/${gone}`);
    ok((await chief.locator("#main").innerText()).includes("대성물산"));
  });

  await server.stop();
});
