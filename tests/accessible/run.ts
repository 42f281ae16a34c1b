/**
 * `deno task accessible`: axe-core looks at every page of the routes, in both languages, light and dark, wide and
 * narrow. It takes a minute or more, so it is no part of `deno task test`; CI runs it whole.
 */
import { findBrowser, installBrowser } from "../support/browser_install.ts";
import { inMemory, runTests } from "../support/run_tests.ts";

const say = (line: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
const browser = findBrowser() ?? await installBrowser(say);
if (browser === null) {
  say("There is no browser here and none could be installed: BELLTOWER_BROWSER names one.");
  Deno.exit(1);
}
Deno.exit(await runTests(["tests/accessible"], { ...inMemory(), BELLTOWER_BROWSER: browser }));
