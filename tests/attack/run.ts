/**
 * `deno task attack [--short]`: the sample office on a server of its own, on the loopback, and a list of attacks
 * that such servers meet. `--short` leaves the scanner out.
 */
import { runTests } from "../support/run_tests.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { startTarget } from "./target.ts";
import { scan } from "./wapiti.ts";

const say = (line: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));

await using folder = await temporaryFolder();
const { server, target } = await startTarget(`${folder.path}/data`);
// Who is slow is slow beside all the others.
const SLOW = "tests/attack/slow_test.ts";
// What is measured is measured alone, on a server of its own.
const FLOOD = "tests/attack/flood_test.ts";
const codes = await Promise.all(
  [[SLOW], ["tests/attack", `--ignore=${SLOW},${FLOOD}`]].map((which) =>
    runTests(which, { BELLTOWER_ATTACK: JSON.stringify(target) }, { everything: true })
  ),
);
codes.push(await runTests([FLOOD], {}, { everything: true }));
const found = Deno.args.includes("--short")
  ? (say("Left out: wapiti, since --short was asked for."), [])
  : await scan(target, say);
for (const line of found) say(`wapiti: ${line}`);

// What nobody foresaw stands in the log with a reference: an attack that gets so far has found something.
const unforeseen = server.log.split("\n").filter((line) => / failed \(/.test(line));
for (const line of unforeseen) say(`unforeseen: ${line}`);
const alive = await server.answers();
if (!alive) say("The server does not answer any more.");
if (alive) await server.stop();
Deno.exit(
  codes.some((code) => code !== 0) || found.length > 0 || unforeseen.length > 0 || !alive ? 1 : 0,
);
