/**
 * `deno task imports`: every file of tests/imports/inputs by the console and by the web, and 2,000 generated lists
 * (`BELLTOWER_LISTS` says how many, `BELLTOWER_SEED` which). It takes a minute or two, so it is no part of `deno task
 * test`; CI runs it whole.
 */
import { runTests } from "../support/run_tests.ts";

Deno.exit(
  await runTests(["--parallel", ...Deno.args, "tests/imports"], { DENO_JOBS: "2" }, {
    memory: true,
  }),
);
