/**
 * `deno task smoke EXECUTABLE`: the compiled program by itself, on a machine that has nothing for it, and whether
 * it does what the sources do.
 */
import { findBrowser, installBrowser } from "../support/browser_install.ts";
import { runTests } from "../support/run_tests.ts";

const say = (line: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));

const [named] = Deno.args;
if (named === undefined) {
  say("The executable is missing: deno task smoke build/belltower");
  Deno.exit(2);
}
const executable = await Deno.realPath(named);
const browser = findBrowser() ?? await installBrowser(say);
if (browser === null) {
  say("There is no browser here and none could be installed: the smoke test needs one.");
  Deno.exit(1);
}
Deno.exit(
  await runTests(
    ["tests/smoke"],
    { BELLTOWER_SMOKE: executable, BELLTOWER_BROWSER: browser },
    { everything: true },
  ),
);
