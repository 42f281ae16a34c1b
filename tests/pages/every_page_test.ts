import axe from "axe-core";
import { deepEqual, equal, ok } from "node:assert/strict";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import { liveIn, moveIn } from "../support/lived_in_office.ts";
import { PASSWORD } from "../support/office.ts";
import { type Opened, problemsOfPage } from "../support/page_problems.ts";
import {
  noPages,
  pagesOfRoutes,
  type PageVisitor,
  strangersToRoutes,
} from "../support/pages_of_routes.ts";
import { ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { TestPbx } from "../support/test_pbx.ts";
import { until } from "../support/wait.ts";

/** Pages that are looked at at the same time. */
const AT_ONCE = 2;

const AXE =
  `axe.run(document, { resultTypes: ["violations"], preload: false, iframes: false }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + " " + nodes.map(({ target }) => target.join(" ")).join(", ")))`;

/** What is wider than the screen: the document, or what scrolls a whole page. */
const TOO_WIDE =
  `[document.documentElement, ...document.querySelectorAll("main, .list_side, .panel, .nav, .top")]
  .filter((one) => one.scrollWidth > one.clientWidth).map((one) => "too wide: " + one.className)`;

interface Look {
  readonly language: "ko" | "en";
  readonly width: number;
}

/** English words are the longer ones, and a phone has the least room for them. */
const LOOKS: readonly Look[] = [{ language: "ko", width: 1440 }, { language: "en", width: 390 }];

type Asked = Pick<Opened, "status"> & { readonly path: string };

Deno.test("every page of the routes opens, fails in nothing and keeps nobody out, in Korean and English, light and dark, wide and narrow", async (t) => {
  await using folder = await temporaryFolder();
  await using empty = await temporaryFolder();
  using pbx = new TestPbx();
  const token = await moveIn(folder.path, pbx.device);
  const server = await ServerProcess.start(folder.path, ["--line", pbx.device]);
  const fresh = await ServerProcess.start(empty.path, []);
  const { origin } = server;
  const cookie = await signIn(origin, "admin", PASSWORD);
  await liveIn(origin, cookie);
  await using browser = await launchBrowser();
  const places = pagesOfRoutes(token);
  const of = (who: PageVisitor): Asked[] =>
    places.filter(({ visitor }) => visitor === who).map(({ path }) => ({ path, status: 200 }));

  await t.step("each route is a page that is opened here, or is known to be none", async () => {
    deepEqual(strangersToRoutes(), []);
    ok(places.length > 50, `only ${places.length} pages`);
    const pages: string[] = [];
    for (const path of noPages(token)) {
      const response = await fetch(origin + path, { headers: { cookie }, redirect: "manual" });
      const text = await response.text();
      if (response.ok && text.trimStart().startsWith("<!DOCTYPE")) pages.push(path);
    }
    deepEqual(pages, []);
  });

  await t.step("what fails in a page is found", async () => {
    const context = await visitor(browser, origin, cookie, LOOKS[0]!);
    await context.route("**/sheets/signed_in.css", (route) => route.fulfill({ status: 404 }));
    await context.route("**/popups", (route) => route.fulfill({ status: 500 }));
    await context.route("**/reminders", (route) => route.abort());
    await context.route("**/shell/theme.js", (route) => {
      const body = "setTimeout(() => { throw new Error('thrown here'); })";
      return route.fulfill({ contentType: "text/javascript", body });
    });
    const found = await problemsOfPage(context, { url: `${origin}/nothing`, status: 200 });
    const wanted = [
      ...[/answered 404, not 200/, /404: .*signed_in\.css/, /500: .*popups/, /failed: .*reminders/],
      ...[/uncaught: thrown here/, /console: Failed to load/],
    ];
    deepEqual(wanted.filter((what) => !found.some((one) => what.test(one))), [], found.join("\n"));
    await context.close();
  });

  for (const look of LOOKS) {
    const { language, width } = look;
    await t.step(`nothing is found on any page, ${language}, ${width} px wide`, async () => {
      const found: string[] = [];
      const admin = await visitor(browser, origin, cookie, look);
      await speak(origin, cookie, language);
      await callsAt(pbx, "211");
      // Beside the routes: what nobody found, and what is not there.
      const more = ["/calls?q=zzzz", "/customers?q=zzzz"].map((path) => ({ path, status: 200 }));
      const wrong = { path: "/nothing", status: 404 };
      found.push(...await problems(admin, origin, [...of("admin"), ...more, wrong], language));
      await callsOver(pbx);
      await admin.close();
      const stranger = await visitor(browser, origin, "", look);
      found.push(...await problems(stranger, origin, [...of("stranger"), wrong], language));
      await stranger.close();
      const founder = await visitor(browser, fresh.origin, "", look);
      const setup = of("founder");
      found.push(...await problems(founder, fresh.origin, setup, language));
      await enterCode(founder, fresh, setup[0]!.path);
      found.push(...await problems(founder, fresh.origin, setup, language));
      await founder.close();
      equal(found.join("\n"), "");
    });
  }
  await fresh.stop();
  await server.stop();
});

/** One call that is talked at the extension, and one that rings there. */
async function callsAt(pbx: TestPbx, extension: string): Promise<void> {
  for (const trunk of ["1", "2"]) {
    await pbx.tell("C", `${trunk}01012345678`);
    await pbx.tell("c", `${trunk}${extension}01012345678`);
    if (trunk === "1") await pbx.tell("N", `${trunk}${extension}`);
  }
}

async function callsOver(pbx: TestPbx): Promise<void> {
  for (const trunk of ["1", "2"]) await pbx.tell("F", `${trunk}211`);
}

/** From now on this visitor sees the setup's form. */
async function enterCode(founder: BrowserContext, server: ServerProcess, path: string) {
  const shown = /[0-9A-Z]{4}-[0-9A-Z]{4}/;
  await until(() => shown.test(server.log), 30_000, "the code is shown");
  await founder.request.post(server.origin + path, {
    form: { code: shown.exec(server.log)![0] },
    headers: { origin: server.origin },
  });
}

async function visitor(
  browser: Browser,
  origin: string,
  cookie: string,
  { language, width }: Look,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: language,
    viewport: { width, height: 900 },
    reducedMotion: "reduce",
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

async function problems(
  context: BrowserContext,
  origin: string,
  asked: readonly Asked[],
  language: Look["language"],
): Promise<string[]> {
  const left = [...asked.entries()];
  const found: string[] = [];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [index, { path, status }] = next;
      // Every page is light in one language and dark in the other.
      const colorScheme = (index % 2 === 0) === (language === "ko") ? "light" : "dark";
      const opened = { url: origin + path, status, colorScheme, look: barriersOf } as const;
      for (const one of await problemsOfPage(context, opened)) {
        found.push(`${path} ${language} ${colorScheme}: ${one}`);
      }
    }
  }));
  return found;
}

async function barriersOf(page: Page): Promise<string[]> {
  const found = await page.evaluate(AXE) as string[];
  return [...found, ...await page.evaluate(TOO_WIDE) as string[]];
}
