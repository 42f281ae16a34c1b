/**
 * `deno task chaos [--short]`: the long tests. Whole, they are run before a change of the wire, the calls or
 * the store is closed; `--short` is what every change runs.
 */
import { runTests } from "../support/run_tests.ts";

const size = Deno.args.includes("--short") ? "short" : "whole";
Deno.exit(await runTests(["tests/chaos"], { BELLTOWER_CHAOS: size }));
