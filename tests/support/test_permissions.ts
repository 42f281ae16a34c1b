import { permissions } from "../../.ci/build/permissions.ts";
import { systemOf } from "../../.ci/build/targets.ts";

/** What a test may and the program may not: set variables, start programs, and know the machine that a browser runs on. */
const WIDER = /^--(allow-env|ignore-env|allow-run)\b/;

/**
 * What the tests may do, as flags: what the program may, so that nothing works in them that is refused in an office,
 * and beside it what they need themselves. Never everything: node:sqlite and Deno's own files ask for that by itself.
 */
export function testPermissions(): string[] {
  const shipped = permissions(systemOf(null)).filter((flag) => !WIDER.test(flag));
  return [...shipped, "--allow-env", "--allow-run"];
}
