import { permissions } from "../../.ci/build/permissions.ts";
import { systemOf } from "../../.ci/build/targets.ts";

/** Wider for a test: it sets variables and starts programs. */
const WIDER = /^--(allow-env|ignore-env|allow-run)\b/;

/** The driver of the browser asks for these, and looks where Windows would tell that it runs Linux. */
const OF_BROWSER = { sys: "homedir,osRelease", file: "/proc/sys/fs/binfmt_misc" };

/**
 * What the tests may do, as flags: what the program may, so that nothing works in them that an office is refused, and
 * beside it what they need themselves. Never everything: node:sqlite attaches files and Deno opens /dev and /proc for
 * a program that may do everything, and for no other.
 */
export function testPermissions(): string[] {
  const shipped = permissions(systemOf(null)).filter((flag) => !WIDER.test(flag));
  return [
    ...shipped.map((flag) => flag.startsWith("--allow-sys") ? `${flag},${OF_BROWSER.sys}` : flag),
    `--ignore-read=${OF_BROWSER.file}`,
    "--allow-env",
    "--allow-run",
  ];
}
