/**
 * `deno task test`: finds or brings a browser, then runs every fast test. What follows on the command line
 * goes to `deno test` (`deno task test --filter "rings"`). Its last line says what was left out, and why; with `CI` set,
 * nothing may be.
 */
import { findBrowser, installBrowser } from "./support/browser_install.ts";
import { inCi, leftOut, noteLeftOut } from "./support/needs.ts";
import { runTests } from "./support/run_tests.ts";
import { say } from "./support/say.ts";
import { temporaryFolder } from "./support/temporary_folder.ts";

/** Test files at the same time: many wait for a line or a browser more than they work. */
const AT_ONCE = "4";

/** They have tasks of their own. */
const LONG = ["chaos", "smoke", "pages", "attack", "imports"];
const BROWSER = "tests/browser";

const browser = findBrowser() ?? await installBrowser(say);
if (browser === null && inCi()) {
  say(
    "There is no browser here and none could be installed: the browser tests cannot be left out.",
  );
  Deno.exit(1);
}

const code = await run();
Deno.exit(code);

async function run(): Promise<number> {
  await using folder = await temporaryFolder();
  const notes = `${folder.path}/left-out`;
  await Deno.writeTextFile(notes, "");
  const ignored = [
    ...LONG.map((task) => `tests/${task}`),
    ...(browser === null ? [BROWSER] : []),
  ];
  const code = await runTests(
    ["--parallel", `--ignore=${ignored.join()}`, ...Deno.args, "tests"],
    {
      DENO_JOBS: AT_ONCE,
      ...noteLeftOut(notes),
      ...(browser === null ? {} : { BELLTOWER_BROWSER: browser }),
    },
    { memory: true },
  );
  const withoutBrowser = browser === null
    ? `${BROWSER} for want of Chrome, Chromium or Edge (BELLTOWER_BROWSER names one)`
    : null;
  const missing = [await leftOut(notes), withoutBrowser].filter((one) => one !== null).join("; ");
  say(`Left out: ${missing || "nothing"}. Tasks of their own: ${LONG.join(", ")}.`);
  return code;
}
