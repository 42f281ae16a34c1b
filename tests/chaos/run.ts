/**
 * `deno task chaos [--short | --hours N] [--seed N]`: the long tests. Whole, they are run before a change of the wire,
 * the calls or the store is closed; `--short` is what every change runs. A run that failed is played again by its seed.
 */
import { parseArgs } from "node:util";
import { runTests } from "../support/run_tests.ts";

const { values } = parseArgs({
  options: { short: { type: "boolean", default: false }, seed: { type: "string", default: "1" } },
});
Deno.exit(
  await runTests(["tests/chaos"], {
    BELLTOWER_CHAOS: values.short ? "short" : "whole",
    BELLTOWER_CHAOS_SEED: values.seed,
  }),
);
