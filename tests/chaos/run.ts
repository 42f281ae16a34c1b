/**
 * `deno task chaos [--short]`: the long tests. Whole, they are run before a change of the wire, the calls or
 * the store is closed; `--short` is what every change runs.
 */
const { code } = await new Deno.Command(Deno.execPath(), {
  args: ["test", "--allow-all", "--quiet", "--no-check", "tests/chaos"],
  env: { BELLTOWER_CHAOS: Deno.args.includes("--short") ? "short" : "whole" },
  stdin: "null",
  stdout: "inherit",
  stderr: "inherit",
}).output();
Deno.exit(code);
