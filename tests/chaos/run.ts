/**
 * `deno task chaos [--short | --hours N] [--seed N]`: the long tests. Whole, they are run before a change of the wire,
 * the calls or the store is closed; `--short` is what every change runs; `--hours` is an office among faults alone, for
 * so long. A run that failed is played again by its seed.
 */
import { parseArgs } from "node:util";
import { runTests } from "../support/run_tests.ts";
import { say } from "../support/say.ts";
import { liveThrough } from "./hour/live_through.ts";

const { values: { short, hours, seed } } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    hours: { type: "string" },
    seed: { type: "string", default: "1" },
  },
});
if (hours === undefined) {
  const size = short ? "short" : "whole";
  Deno.exit(
    await runTests(
      ["tests/chaos"],
      { BELLTOWER_CHAOS: size, BELLTOWER_CHAOS_SEED: seed },
      { everything: true },
    ),
  );
}
const found = await liveThrough({ minutes: Number(hours) * 60, seed: Number(seed), say });
for (const line of found) say(`wrong: ${line}`);
say(found.length === 0 ? "ok | 1 passed | 0 failed" : "FAILED | 0 passed | 1 failed");
Deno.exit(found.length === 0 ? 0 : 1);
