/**
 * `deno task pages`: what people do on the pages, in a real browser; what fails, and what axe-core finds, on every page
 * of the routes, in both languages, light and dark, wide and narrow. It takes minutes, so it is no part of
 * `deno task test`, which has the way of a call; CI runs it whole.
 */
import { findBrowser, installBrowser } from "../support/browser_install.ts";
import { runTests } from "../support/run_tests.ts";

const say = (line: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
const browser = findBrowser() ?? await installBrowser(say);
if (browser === null) {
  say("There is no browser here and none could be installed: BELLTOWER_BROWSER names one.");
  Deno.exit(1);
}
Deno.exit(
  await runTests(
    ["--parallel", ...Deno.args, "tests/pages"],
    { DENO_JOBS: "2", BELLTOWER_BROWSER: browser },
    { memory: true, everything: true },
  ),
);
