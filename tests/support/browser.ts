import { type Browser, chromium, type Page } from "playwright-core";
import { findBrowser } from "./browser_install.ts";
import { PASSWORD } from "./office.ts";

/** A Chromium without the habits that need the internet. */
export async function launchBrowser(): Promise<Browser & AsyncDisposable> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("no browser; `deno task test` brings one");
  const browser = await chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--autoplay-policy=no-user-gesture-required",
    ],
  });
  return browser;
}

/**
 * A person at a browser of their own, signed in and at the desk; `before` runs in each of its pages before anything
 * else. Throws what the page's scripts throw.
 */
export async function signedIn(
  browser: Browser,
  origin: string,
  login: string,
  before = "",
): Promise<Page> {
  const context = await browser.newContext({
    locale: "ko-KR",
    viewport: { width: 1440, height: 900 },
  });
  if (before !== "") await context.addInitScript(before);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(`${origin}/login`);
  await page.fill("[name=login]", login);
  await page.fill("[name=password]", PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/desk");
  await page.locator("#connection[data-state=live]").waitFor();
  return page;
}
