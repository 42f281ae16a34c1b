/**
 * `deno task test`: finds or brings a browser, then runs every fast test. What follows on the command line
 * goes to `deno test` (`deno task test --filter "rings"`). With `CI` set, nothing may be left out.
 */
import { findBrowser, installBrowser } from "./support/browser_install.ts";

const say = (line: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));

const browser = findBrowser() ?? await installBrowser(say);
const inCi = (Deno.env.get("CI") ?? "") !== "";
if (browser === null && inCi) {
  say(
    "There is no browser here and none could be installed: the browser tests cannot be left out.",
  );
  Deno.exit(1);
}

const args = ["test", "--allow-all", "--parallel", "--quiet", "--no-check", ...Deno.args];
const leftOut = ["tests/chaos", "tests/smoke", ...(browser === null ? ["tests/browser"] : [])];
args.push(`--ignore=${leftOut.join()}`);
const env = { DENO_JOBS: "2", ...(browser === null ? {} : { BELLTOWER_BROWSER: browser }) };
const tests = new Deno.Command(Deno.execPath(), {
  args: [...args, "tests"],
  env,
  stdin: "null",
});
const { code } = await tests.output().then((out) => {
  Deno.stdout.writeSync(out.stdout);
  Deno.stderr.writeSync(out.stderr);
  return out;
});
if (browser === null) {
  say(
    "Left out: tests/browser, since there is no Chrome, Chromium or Edge (BELLTOWER_BROWSER names one).",
  );
}
Deno.exit(code);
