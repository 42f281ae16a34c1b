import axe from "axe-core";
import { deepEqual, equal, ok } from "node:assert/strict";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { ROUTES } from "../../lib/web/routes.ts";
import { launchBrowser } from "../support/browser.ts";
import { liveIn, moveIn } from "../support/lived_in_office.ts";
import { PASSWORD } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

/** What is asked for where a 1 for each `:id` does not show the page at its fullest; null is a file. */
const SAMPLES: Readonly<Record<string, string | null>> = {
  "/static/*": null,
  "/trust/belltower-ca.crt": null,
  "/settings/backup/files/:name": null,
  "/attachments": "/attachments?customer=1",
  "/customers/merge": "/customers/merge?id=1&id=2",
};

/** Beside the routes: what is not there, and what nobody found. */
const MORE = ["/nothing", "/calls?q=zzzz", "/customers?q=zzzz"];

/** Pages that are looked at at the same time. */
const AT_ONCE = 2;

const AXE =
  `axe.run(document, { resultTypes: ["violations"], preload: false, iframes: false }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + " " + nodes.map(({ target }) => target.join(" ")).join(", ")))`;

/** What is wider than the screen: the document, or what scrolls a whole page. */
const TOO_WIDE =
  `[document.documentElement, ...document.querySelectorAll("main, .list_side, .panel, .nav, .top")]
  .filter((one) => one.scrollWidth > one.clientWidth).map((one) => "too wide: " + one.className)`;

Deno.test("no page keeps anybody out, in Korean and English, light and dark, wide and narrow", async (t) => {
  await using folder = await temporaryFolder();
  const token = await moveIn(folder.path);
  const server = await ServerProcess.start(folder.path, []);
  const { origin } = server;
  const cookie = await signIn(origin, "admin", PASSWORD);
  await liveIn(origin, cookie);
  await using browser = await launchBrowser();

  const paths = [...routePaths(token), ...MORE];
  const open = await pagesOf(origin, ["/login", "/nothing"], "");
  const closed = await pagesOf(origin, paths, cookie);
  await t.step("every page of the program is among them", () => {
    equal(open.length, 2);
    ok(closed.length > 35, `only ${closed.length} pages: ${closed}`);
  });

  // English words are the longer ones, and a phone has the least room for them.
  const looks = [{ language: "ko", width: 1440 }, { language: "en", width: 390 }];
  for (const { language, width } of looks) {
    await t.step(`nothing is found on any page, ${language}, ${width} px wide`, async () => {
      const found: string[] = [];
      for (const [pages, cookies] of [[open, ""], [closed, cookie]] as const) {
        const context = await visitor(browser, origin, cookies, { language, width });
        if (cookies !== "") await speak(origin, cookies, language);
        found.push(...await look(context, origin, pages, language));
        await context.close();
      }
      deepEqual(found, []);
    });
  }
  await server.stop();
});

/** What a GET route is asked by. */
function routePaths(token: string): string[] {
  return ROUTES.filter(({ method }) => method === "GET").flatMap(({ path }) => {
    const sample = SAMPLES[path];
    if (sample === null) return [];
    const asked = (sample ?? path).replace(":token", token).replace(":id", "1");
    ok(!/[:*]/.test(asked), `${path} needs something in SAMPLES to be looked at`);
    return [asked];
  });
}

/** Those that answer with a whole page, and not with a part of one, a stream, a file or the way elsewhere. */
async function pagesOf(origin: string, paths: readonly string[], cookie: string) {
  const pages: string[] = [];
  for (const path of paths) {
    const response = await fetch(origin + path, { headers: { cookie }, redirect: "manual" });
    const html = response.headers.get("content-type")?.startsWith("text/html") ?? false;
    if (!html) {
      await response.body?.cancel();
      continue;
    }
    const whole = (await response.text()).trimStart().startsWith("<!DOCTYPE html>");
    const status = path === "/nothing" ? 404 : 200;
    if (whole) equal(response.status, status, `${path} was answered ${response.status}`);
    if (whole) pages.push(path);
  }
  return pages;
}

async function visitor(
  browser: Browser,
  origin: string,
  cookie: string,
  { language, width }: { readonly language: string; readonly width: number },
) {
  const context = await browser.newContext({
    locale: language,
    viewport: { width, height: 900 },
    reducedMotion: "reduce",
    bypassCSP: true, // for axe, which is no file of ours
  });
  await context.addInitScript({ content: axe.source });
  for (const one of cookie.split("; ").filter((text) => text !== "")) {
    const [name = "", value = ""] = one.split("=");
    await context.addCookies([{ name, value, url: origin }]);
  }
  return context;
}

async function speak(origin: string, cookie: string, language: string): Promise<void> {
  const body = new URLSearchParams({ language, next: "/desk" });
  const headers = { cookie, origin };
  const request = { method: "POST", body, headers, redirect: "manual" } as const;
  await (await fetch(`${origin}/language`, request)).body?.cancel();
}

async function look(
  context: BrowserContext,
  origin: string,
  paths: readonly string[],
  language: string,
): Promise<string[]> {
  const left = [...paths.entries()];
  const found: string[] = [];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    const page = await context.newPage();
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [index, path] = next;
      // Every page is light in one language and dark in the other.
      const colorScheme = (index % 2 === 0) === (language === "ko") ? "light" : "dark";
      await page.emulateMedia({ colorScheme });
      for (const problem of await problemsOf(page, origin + path)) {
        found.push(`${path} ${language} ${colorScheme}: ${problem}`);
      }
    }
  }));
  return found;
}

async function problemsOf(page: Page, url: string): Promise<string[]> {
  await page.goto(url);
  const problems = await page.evaluate(AXE) as string[];
  return [...problems, ...await page.evaluate(TOO_WIDE) as string[]];
}
