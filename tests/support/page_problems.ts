import type { BrowserContext, ConsoleMessage, Page, Request } from "playwright-core";
import { until } from "./wait.ts";

/** A page that waits longer than this for its parts is stuck. */
const LIMIT_MS = 180_000;

export interface Opened {
  readonly url: string;
  /** What the page itself is answered with. */
  readonly status: number;
  readonly colorScheme?: "light" | "dark";
  /** Looks at the page once all of it is there; returns what it finds. */
  readonly look?: (page: Page) => Promise<string[]>;
}

/**
 * Opens a page and waits until its stream is live and all its parts are there. Returns what went wrong meanwhile, as
 * sentences: what the console was told, uncaught exceptions, requests that failed or were refused, an address that did
 * not answer with the page itself; and what `look` finds.
 */
export async function problemsOfPage(
  context: BrowserContext,
  { url, status, colorScheme = "light", look = () => Promise.resolve([]) }: Opened,
): Promise<string[]> {
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  const problems: string[] = [];
  const open = new Set<Request>();
  page.on("console", (message) => {
    const isOfPage = message.location().url === url && status >= 400;
    if (isBad(message) && !isOfPage) problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    if (ends(request)) open.add(request);
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => {
    open.delete(request);
    problems.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on("response", (response) => {
    const wanted = response.url() === url ? status : 200;
    if (response.status() >= 400 && response.status() !== wanted) {
      problems.push(`${response.status()}: ${response.url()}`);
    }
  });
  try {
    await page.emulateMedia({ colorScheme });
    const answer = await page.goto(url);
    if (page.url() !== url) problems.push(`led to ${page.url()}`);
    if (answer?.status() !== status) problems.push(`answered ${answer?.status()}, not ${status}`);
    await settled(page, open);
    problems.push(...await look(page));
  } catch (error) {
    problems.push(`not there: ${error instanceof Error ? error.message : error}`);
  }
  // What breaks off because the page is closed is no problem of its.
  page.removeAllListeners();
  await page.close();
  return problems;
}

/** htmx warns where a part has no place to go to. */
function isBad(message: ConsoleMessage): boolean {
  return message.type() === "error" || message.text().startsWith("htmx:");
}

/** A stream does not end; of a shared worker's script the browser does not tell the end. */
function ends(request: Request): boolean {
  return request.resourceType() !== "eventsource" && !request.url().endsWith("/live_worker.js");
}

/** An answer is put in its place behind the request's end, and may ask for more: two frames without any are the end. */
async function settled(page: Page, open: ReadonlySet<Request>): Promise<void> {
  if (await page.locator("#connection").count() > 0) {
    await page.locator("#connection[data-state=live]").waitFor();
  }
  let calm = 0;
  try {
    await until(async () => {
      await page.evaluate("new Promise((resolve) => requestAnimationFrame(resolve))");
      calm = open.size === 0 ? calm + 1 : 0;
      return calm === 2;
    }, LIMIT_MS);
  } catch (cause) {
    const left = [...open].map((request) => request.url());
    throw new Error(`still under way after ${LIMIT_MS} ms: ${left}`, { cause });
  }
}
