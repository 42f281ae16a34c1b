import { equal, match, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { liveIn, moveIn } from "../support/lived_in_office.ts";
import { PASSWORD } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";

const SCROLLERS = `[...document.querySelectorAll(".main, .list_side")]`;
const mark = (page: Page) => page.evaluate("globalThis.mark = true");
const marked = (page: Page) => page.evaluate("globalThis.mark === true");
const scrolled = (page: Page) =>
  page.evaluate(`Math.max(...${SCROLLERS}.map((one) => one.scrollTop))`) as Promise<number>;

async function go(page: Page, path: string): Promise<void> {
  await page.locator(`.nav_item[href="${path}"]`).click();
  await arrived(page, path);
}

async function arrived(page: Page, path: string): Promise<void> {
  await page.waitForURL((url) => url.pathname === path);
  await page.locator(`.nav_item[href="${path}"][aria-current=page]`).waitFor();
}

Deno.test("going from page to page is what it always was, without the shell being made anew", async (t) => {
  await using folder = await temporaryFolder();
  await moveIn(folder.path);
  const server = await ServerProcess.start(folder.path, []);
  const { origin } = server;
  await liveIn(origin, await signIn(origin, "admin", PASSWORD));
  await using browser = await launchBrowser();
  const page = await signedIn(browser, origin, "admin");
  await mark(page);

  await t.step("back is where one was: scrolled as far, and at the link one followed", async () => {
    await page.setViewportSize({ width: 1440, height: 400 });
    await go(page, "/customers");
    await page.evaluate(`for (const one of ${SCROLLERS}) one.scrollTop = 150`);
    const before = await scrolled(page);
    ok(before > 100, `the list does not scroll: ${before}`);
    const link = page.locator("#customer-rows a[href^='/customers/']").nth(8);
    const href = await link.getAttribute("href");
    await link.focus();
    const there = await scrolled(page);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${href}`);
    await page.locator("#main h1, #main h2").first().waitFor();
    equal(await page.evaluate("document.activeElement.id"), "main");
    await page.goBack();
    await page.locator("#customer-rows").waitFor();
    equal(await scrolled(page), there);
    equal(await page.evaluate("document.activeElement.getAttribute('href')"), href);
    await page.goForward();
    await page.waitForURL(`**${href}`);
    await page.locator("#customer-rows").waitFor({ state: "detached" });
    equal(await marked(page), true);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await t.step("a page is said by its title, and begins where the keys go on", async () => {
    await go(page, "/calls");
    const title = await page.title();
    match(title, /^통화기록/);
    await page.locator("p[role=status]", { hasText: title }).waitFor({ state: "attached" });
    await page.locator(".row_link").first().waitFor();
    await page.keyboard.press("j");
    equal(await page.locator(".row_link").first().evaluate((one) => one.matches(":focus")), true);
  });

  await t.step("a panel and the list behind it are steps of the history", async () => {
    await page.keyboard.press("Enter");
    await page.locator("[data-panel-call]").waitFor();
    await page.goBack();
    await page.locator("[data-panel-call]").waitFor({ state: "detached" });
    await page.goForward();
    await page.locator("[data-panel-call]").waitFor();
    equal(await marked(page), true);
  });

  await t.step("what is typed and not saved is not left without a question", async () => {
    await page.locator(`.nav_item[href="/customers"]`).click();
    await page.locator("a[href='/customers/new']").first().click();
    await page.locator("[name=name]").fill("반쯤 쓴 고객");
    const answer = async (yes: boolean, act: () => Promise<unknown>) => {
      const asked = page.waitForEvent("dialog");
      const acting = act();
      const dialog = await asked;
      equal(dialog.type(), "confirm");
      match(dialog.message(), /저장하지 않은/);
      await (yes ? dialog.accept() : dialog.dismiss());
      await acting;
    };
    await answer(false, () => page.locator(`.nav_item[href="/calls"]`).click());
    equal(new URL(page.url()).pathname, "/customers/new");
    equal(await page.inputValue("[name=name]"), "반쯤 쓴 고객");
    await answer(true, () => page.locator(`.nav_item[href="/calls"]`).click());
    await arrived(page, "/calls");
  });

  await t.step("a slow page shows that it comes; another click takes its place", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => release = resolve);
    await page.route("**/work", async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    const dropped = page.waitForEvent("requestfailed");
    await page.locator(`.nav_item[href="/work"]`).click();
    await page.locator(".page_progress").waitFor();
    equal(new URL(page.url()).pathname, "/calls");
    await go(page, "/customers");
    match((await dropped).url(), /\/work$/);
    release();
    await page.unroute("**/work");
    await page.locator(".page_progress").waitFor({ state: "hidden" });
    equal(new URL(page.url()).pathname, "/customers");
    await page.goBack();
    await arrived(page, "/calls");
    equal(await marked(page), true);
  });

  await t.step("a page that is not there, or that fails, is a page that says so", async () => {
    await page.evaluate("location.assign('/nothing')");
    await page.locator(".error_page", { hasText: "404" }).waitFor();
    equal(new URL(page.url()).pathname, "/nothing");
    await page.locator(".error_page a").click();
    await arrived(page, "/desk");
    equal(await marked(page), true);
  });

  await t.step("a server that cannot be reached leaves everything where it is", async () => {
    await page.route("**/calls", (route) => route.abort());
    await page.locator(`.nav_item[href="/calls"]`).click();
    await page.locator(".toast.error").waitFor();
    equal(new URL(page.url()).pathname, "/desk");
    await page.unroute("**/calls");
    await go(page, "/calls");
    equal(await marked(page), true);
  });

  await t.step(
    "a form that is refused says so where it is; one that is taken goes on",
    async () => {
      await page.evaluate("location.assign('/settings/dialling')");
      await page.locator("[name=perMinute]").fill("많이");
      await page.locator(".settings_form button[type=submit]").click();
      await page.locator("#f-rate-error").waitFor();
      equal(await page.inputValue("[name=perMinute]"), "많이");
      equal(await page.evaluate("'onlyHere' in document.querySelector('#main').dataset"), true);
      await page.locator("[name=perMinute]").fill("7");
      await page.locator(".settings_form button[type=submit]").click();
      await page.locator("#f-rate-error").waitFor({ state: "detached" });
      equal(await page.inputValue("[name=perMinute]"), "7");
      match(page.url(), /\/settings\/dialling/);
      equal(await marked(page), true);
    },
  );

  await t.step("a file is saved once, and the page stays", async () => {
    await go(page, "/calls");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.locator(".export_menu summary").press("Enter");
    const download = page.waitForEvent("download");
    await page.locator('.export_menu a[href^="/calls.csv"]').press("Enter");
    equal(await (await download).failure(), null);
    equal(asked.filter((path) => path === "/calls.csv").length, 0);
    equal(await marked(page), true);
  });

  await t.step(
    "after 50 pages as many modules work, and the page is as large, as before",
    async () => {
      const size = (): Promise<number[]> =>
        page.evaluate(
          `import(document.querySelector("script[type=module]").src.replace("page.js", "regions.js"))
        .then(({ counts }) => [counts.mounted - counts.ended, document.querySelectorAll("*").length])`,
        );
      const round = async () => {
        await go(page, "/customers");
        await go(page, "/calls");
      };
      await round();
      const before = await size();
      for (let turn = 0; turn < 25; turn += 1) await round();
      const isNoMore = async () => (await size()).every((some, at) => some <= before[at]!);
      await until(isNoMore, 20_000, `no more than at first: ${before}`);
      equal(await marked(page), true);
    },
  );

  await t.step(
    "another language, another version, another person: the shell is made anew",
    async () => {
      await page.locator("[data-module=menu] summary").click();
      await page.locator("[data-module=menu] button[value=en]").click();
      await page.locator("html[lang=en] #connection[data-state=live]").waitFor();
      equal(await marked(page), false);

      await mark(page);
      await page.route("**/work", async (route) => {
        const answer = await route.fetch();
        const body = (await answer.text()).replace(
          /data-live-worker="[^"]*"/,
          'data-live-worker="/x.js"',
        );
        await route.fulfill({ response: answer, body });
        await page.unroute("**/work");
      });
      await page.locator(`.nav_item[href="/work"]`).click();
      await page.locator("html:not([data-live-worker='/x.js']) #work-rows").waitFor();
      equal(await marked(page), false);
      await page.locator("#connection[data-state=live]").waitFor();

      await mark(page);
      for (const one of (await signIn(origin, "agent", PASSWORD)).split("; ")) {
        const [name = "", value = ""] = one.split("=");
        await page.context().addCookies([{ name, value, url: origin }]);
      }
      await page.locator(`.nav_item[href="/customers"]`).click();
      await page.locator("#customer-rows").waitFor();
      equal(await marked(page), false);
      equal(await page.locator(`.nav_item[href="/settings"]`).count(), 0);
    },
  );

  await t.step("whoever signs out is out, also for the way back", async () => {
    await page.locator("#connection[data-state=live]").waitFor();
    await page.locator("[data-module=menu] summary").click();
    await page.locator("form[action='/logout'] button").click();
    await page.waitForURL("**/login**");
    await page.goBack();
    await until(() => page.url().includes("/login"), 10_000, "the way back leads to the sign-in");
  });
  await server.stop();
});
