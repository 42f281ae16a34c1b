/**
 * `deno task test`: finds or brings a browser, then runs every fast test. What follows on the command line
 * goes to `deno test` (`deno task test --filter "rings"`). With `CI` set, nothing may be left out.
 */
import { findBrowser, installBrowser } from "./support/browser_install.ts";
import { runTests } from "./support/run_tests.ts";

/** Test files at the same time: many wait for a line or a browser more than they work. */
const AT_ONCE = "4";

/** They have tasks of their own. */
const LONG = ["tests/chaos", "tests/smoke", "tests/pages", "tests/attack"];

const say = (line: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));

const browser = findBrowser() ?? await installBrowser(say);
const inCi = (Deno.env.get("CI") ?? "") !== "";
if (browser === null && inCi) {
  say(
    "There is no browser here and none could be installed: the browser tests cannot be left out.",
  );
  Deno.exit(1);
}

const leftOut = [...LONG, ...(browser === null ? ["tests/browser"] : [])];
const code = await runTests(
  ["--parallel", `--ignore=${leftOut.join()}`, ...Deno.args, "tests"],
  { DENO_JOBS: AT_ONCE, ...(browser === null ? {} : { BELLTOWER_BROWSER: browser }) },
  { memory: true },
);
if (browser === null) {
  say(
    "Left out: tests/browser, since there is no Chrome, Chromium or Edge (BELLTOWER_BROWSER names one).",
  );
}
Deno.exit(code);
