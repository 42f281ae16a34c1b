/**
 * `deno task imports [--short] [--seed N]`: every file of tests/imports/inputs by the console and by the web, and 2,000
 * generated lists; `--short` makes a fifth of them. It takes minutes, so it is no part of `deno task test`; CI has the short
 * form, each commit with lists of its own.
 */
import { parseArgs } from "node:util";
import { runTests } from "../support/run_tests.ts";

const LISTS = 2000;
const SHORT = 400;

const { short = false, seed = "11" } = parseArgs({
  options: { short: { type: "boolean" }, seed: { type: "string" } },
}).values;

Deno.exit(
  await runTests(["--parallel", "tests/imports"], {
    DENO_JOBS: "2",
    BELLTOWER_LISTS: String(short ? SHORT : LISTS),
    BELLTOWER_SEED: seed,
  }, { memory: true }),
);
