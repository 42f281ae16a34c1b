import { deepEqual, equal, match, ok } from "node:assert/strict";
import { launchBrowser } from "../support/browser.ts";
import { belltower } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { updateEvery } from "../support/update_every.ts";
import { bareExecutable, executable, startFrom } from "./bare.ts";
import { officeMorning } from "./office_morning.ts";
import { lacks } from "../support/needs.ts";

/** What the program may weigh beyond the runtime; README has the reasons. */
const INSIDE_LIMIT_BYTES = 12_000_000;

Deno.test("with nothing around it the executable takes calls, and does what the sources do", async () => {
  await using browser = await launchBrowser();
  await using bare = await temporaryFolder();
  await using fromSources = await temporaryFolder();
  startFrom(await bareExecutable(bare.path));
  const compiled = await officeMorning(bare.path, browser);
  startFrom(null);
  const sources = await officeMorning(fromSources.path, browser);
  ok(compiled.stopMs < 3000, `it stopped in ${Math.round(compiled.stopMs)} ms`);
  deepEqual(compiled.printed, sources.printed);
});

Deno.test({
  name: "nothing is written outside the data folder, and nobody outside is asked",
  ignore: lacks("strace"),
  fn: async () => {
    await using browser = await launchBrowser();
    await using folder = await temporaryFolder();
    startFrom(await bareExecutable(folder.path, `${folder.path}/trace`));
    await officeMorning(folder.path, browser);
    startFrom(null);
    const asked = await Deno.readTextFile(`${folder.path}/trace`);
    const allowed = [`${folder.path}/`, "/dev/pts/", "/dev/null", "/dev/tty"];
    deepEqual(
      writtenFiles(asked).filter((path) => !allowed.some((one) => path.startsWith(one))),
      [],
    );
    // The gate carries every connection on to a server on the loopback.
    const connects = [...asked.matchAll(/connect\(\d+, \{sa_family=AF_INET6?[^}]*\}/g)].map(String);
    deepEqual(connects.filter((one) => !one.includes('inet_addr("127.0.0.1")')), []);
  },
});

Deno.test("the executable updates an office of any older Belltower, with all it had and a copy of it", async () => {
  await using folder = await temporaryFolder();
  startFrom(await bareExecutable(folder.path));
  await updateEvery(folder.path);
  startFrom(null);
});

Deno.test("it says which versions it is made of, and a wrong option is one sentence", async () => {
  await using folder = await temporaryFolder();
  startFrom(await bareExecutable(folder.path));
  match((await belltower(["version"])).out, /^belltower \d+\.\d+\.\d+\ndatabase \d+\nsqlite 3\./);
  const { code, err } = await belltower(["serve", "--htpp", "x"]);
  startFrom(null);
  equal(code, 2);
  match(err, /^belltower serve: there is no option --htpp; did you mean --https?\?\n$/);
});

Deno.test("inside are the program and what it reaches, and no tool of the tests", async () => {
  const list = await Deno.readTextFile(new URL("contents.txt", `file://${executable()}`));
  const files = list.trimEnd().split("\n").map((line) => line.split("\t") as [string, string]);
  const inside = files.reduce((sum, [size]) => sum + Number(size), 0);
  ok(inside < INSIDE_LIMIT_BYTES, `${inside} bytes are inside`);
  const paths = files.map(([, path]) => path);
  deepEqual(paths.filter((path) => /\b(playwright|axe|fast-check)\b|^tests\//.test(path)), []);
  for (const needed of ["main.ts", "lib/switchboard/line_worker.ts", "views/layout.eta"]) {
    ok(paths.includes(needed), `${needed} is missing`);
  }
});

/** Files that were opened for writing, made, renamed or removed. */
function writtenFiles(trace: string): string[] {
  const opened = /open(?:at)?\((?:[\w]+, )?"([^"]+)", [^)]*O_(?:WRONLY|RDWR|CREAT|TRUNC)/g;
  const changed =
    /\b(?:creat|mkdir(?:at)?|rename(?:at2?)?|unlink(?:at)?|symlink|link|truncate)\((?:\w+, )?"([^"]+)"/g;
  return [opened, changed].flatMap((pattern) =>
    [...trace.matchAll(pattern)].map(([, path]) => path!)
  );
}
