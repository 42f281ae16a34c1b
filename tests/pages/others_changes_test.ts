import { equal } from "node:assert/strict";
import type { Page } from "playwright-core";
import { CONSOLE } from "../../lib/domain/audit.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { furnishOffice } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { TestPbx } from "../support/test_pbx.ts";
import { until } from "../support/wait.ts";

async function renameCompany(page: Page, origin: string, company: string): Promise<void> {
  await page.goto(`${origin}/customers/1/edit`);
  await page.fill("[name=company]", company);
  await page.locator(".customer_form button.primary").click();
  await page.waitForURL(/\/customers\/1$/);
}

/** Puts a mark on the page, which a reload would take away. */
const mark = (page: Page) => page.evaluate("globalThis.mark = true");
const marked = (page: Page) => page.evaluate("globalThis.mark === true");

/** Opens the form of a customer and begins to type at once; it has been made, and comes when `event` was told. */
async function openMeanwhile(page: Page, event: string, happens: () => Promise<void>) {
  await page.evaluate(`{
    globalThis.told = new Promise((done) => document.addEventListener("${event}", done, { once: true }));
    document.addEventListener("page:shown", () => document.querySelector("[name=memo]").focus(), { once: true });
  }`);
  await page.route("**/customers/1/edit", async (route) => {
    const made = await route.fetch();
    await happens();
    await page.evaluate("globalThis.told.then(() => true)");
    await route.fulfill({ response: made });
  }, { times: 1 });
  await page.locator("main a[href='/customers/1/edit']").first().click();
  await page.locator("[name=memo]:focus").waitFor();
}

/** Opens the form of a customer as a page of its own and types at once; when it comes, `event` has been told since it was made. */
async function openWhole(page: Page, origin: string, event: () => Promise<void>): Promise<boolean> {
  await page.addInitScript(
    `document.addEventListener("DOMContentLoaded", () => document.querySelector("[name=memo]")?.focus())`,
  );
  await page.route("**/customers/1/edit", async (route) => {
    const made = await route.fetch();
    await event();
    await route.fulfill({ response: made });
  }, { times: 1 });
  await page.goto(`${origin}/customers/1/edit`);
  await page.locator("#connection[data-state=live]").waitFor();
  equal(await page.locator("[name=memo]:focus").count(), 1);
  // As above: what is said 300 ms after the last reason to is said by then.
  await page.evaluate("new Promise((done) => setTimeout(done, 400))");
  return await page.locator("#stale").isVisible();
}

Deno.test("what somebody changes is on the other's page, and what the other is typing stays", async (t) => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  using pbx = new TestPbx();
  let server = await ServerProcess.start(folder.path, ["--line", pbx.device]);
  const { origin } = server;
  await using browser = await launchBrowser();
  const kim = await signedIn(browser, origin, "kim");
  const park = await signedIn(browser, origin, "park");

  await t.step(
    "an open customer shows what a colleague has made of them, without a reload",
    async () => {
      await park.goto(`${origin}/customers/1`);
      await park.locator("#connection[data-state=live]").waitFor();
      await mark(park);
      await renameCompany(kim, origin, "방울상사");
      await park.locator("#main").filter({ hasText: "방울상사" }).waitFor();
      equal(await marked(park), true);
      equal(await park.locator("#stale").isVisible(), false);
    },
  );

  await t.step("so does the list of all customers", async () => {
    await park.goto(`${origin}/customers`);
    await park.locator("#connection[data-state=live]").waitFor();
    await renameCompany(kim, origin, "종탑상사");
    await park.locator("#customer-rows").filter({ hasText: "종탑상사" }).waitFor();
  });

  await t.step("in a form a line says so, and nothing that was typed is touched", async () => {
    await park.goto(`${origin}/customers/1/edit`);
    await park.locator("#connection[data-state=live]").waitFor();
    await park.fill("[name=memo]", "내가 쓰던 메모");
    await park.locator("h1").click();
    await renameCompany(kim, origin, "한빛상사");
    await park.locator("#stale").waitFor();
    equal(await park.inputValue("[name=memo]"), "내가 쓰던 메모");
    equal(await park.inputValue("[name=company]"), "종탑상사");
    // Whoever reloads is asked first: it is thrown away then.
    park.once("dialog", (dialog) => void dialog.accept());
    await park.locator("[data-reload]").click();
    await park.locator("[name=company]").waitFor();
    await until(async () => await park.inputValue("[name=company]") === "한빛상사");
  });

  await t.step("a form in which nothing is typed shows what is stored by now", async () => {
    await park.goto(`${origin}/customers/1/edit`);
    await park.locator("#connection[data-state=live]").waitFor();
    await renameCompany(kim, origin, "새빛상사");
    await until(async () => await park.inputValue("[name=company]") === "새빛상사");
    await park.fill("[name=memo]", "그 뒤에 쓴 메모");
    await park.locator(".customer_form button.primary").click();
    await park.waitForURL(/\/customers\/1$/);
    await park.locator("#main").filter({ hasText: "그 뒤에 쓴 메모" }).waitFor();
  });

  await t.step(
    "whoever talks sees it on the right side, and goes on writing the note",
    async () => {
      await park.goto(`${origin}/desk`);
      await park.locator("#connection[data-state=live]").waitFor();
      await pbx.tell("C", "101012345678");
      await pbx.tell("c", "120301012345678");
      await pbx.tell("N", "1203");
      await park.locator(".call_card[data-state=talking]").waitFor();
      await park.locator("#detail").filter({ hasText: "새빛상사" }).waitFor();
      await park.fill(".call_card textarea", "견적을 다시");
      await renameCompany(kim, origin, "큰빛상사");
      await park.locator("#detail").filter({ hasText: "큰빛상사" }).waitFor();
      await park.locator(".call_card").filter({ hasText: "큰빛상사" }).waitFor();
      equal(await park.inputValue(".call_card textarea"), "견적을 다시");
      equal(await park.locator("#stale").isVisible(), false);
      await park.goto(`${origin}/customers/1`);
    },
  );

  await t.step(
    "a page that was on its way while somebody called does not say that it was changed",
    async () => {
      await park.locator("#connection[data-state=live]").waitFor();
      await openMeanwhile(park, "call", async () => {
        await pbx.tell("C", "201055556666");
        await pbx.tell("c", "220301055556666");
      });
      // A page asks for itself anew 300 ms after the last reason to; this timer was set later and goes off after it.
      await park.evaluate("new Promise((done) => setTimeout(done, 400))");
      equal(await park.locator("#stale").isVisible(), false);
    },
  );

  await t.step("one that was on its way while it was changed does", async () => {
    await park.goto(`${origin}/customers/1`);
    await park.locator("#connection[data-state=live]").waitFor();
    await openMeanwhile(park, "changed", () => renameCompany(kim, origin, "빛나상사"));
    await park.locator("#stale").waitFor();
    equal(await park.inputValue("[name=company]"), "큰빛상사");
    await park.goto(`${origin}/customers/1`);
  });

  await t.step(
    "one that was opened whole meanwhile says so of what a colleague has changed, and of nothing else",
    async () => {
      await park.goto(`${origin}/customers/1`);
      await park.locator("#connection[data-state=live]").waitFor();
      /** Until a page that is open has heard of it. */
      const heard = async (name: string, happens: () => Promise<void>) => {
        await park.evaluate(
          // Not what is waited for.
          `globalThis.told = new Promise((done) => document.addEventListener("${name}", done, { once: true })); null`,
        );
        await happens();
        await park.evaluate("globalThis.told.then(() => true)");
      };
      // Beside another tab, whose stream it shares, and as the only one.
      const beside = () => park.context().newPage();
      const only = () => signedIn(browser, origin, "park");
      for (const [trunk, open] of [[3, beside], [4, only]] as const) {
        const said = async (event: () => Promise<void>) => {
          const page = await open();
          const isSaid = await openWhole(page, origin, event);
          await page.close();
          return isSaid;
        };
        const rings = async () => {
          await pbx.tell("C", `${trunk}01055557777`);
          await pbx.tell("c", `${trunk}20301055557777`);
        };
        equal(await said(() => heard("call", rings)), false, "a call");
        const elsewhere = await park.context().newPage();
        const own = () => renameCompany(elsewhere, origin, `내상사${trunk}`);
        equal(await said(() => heard("changed", own)), false, "their own change");
        await elsewhere.close();
        const others = () => renameCompany(kim, origin, `남상사${trunk}`);
        equal(await said(() => heard("changed", others)), true, "a colleague's change");
      }
    },
  );

  await t.step(
    "what was stored and told to nobody before the server was killed is told when it is back",
    async () => {
      await park.locator("#connection[data-state=live]").waitFor();
      await mark(park);
      await park.evaluate(
        "document.addEventListener('live:connected', () => { globalThis.mark = 'all anew'; })",
      );
      await server.kill("SIGKILL");
      const store = openStore(folder.path);
      store.as(CONSOLE).run("UPDATE customers SET company = '살아난상사' WHERE id = 1");
      store.close();
      server = await ServerProcess.start(folder.path, [], server.port);
      await park.locator("#main").filter({ hasText: "살아난상사" }).waitFor();
      equal(await marked(park), true);
    },
  );
  await server.stop();
});
