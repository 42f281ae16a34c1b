import { inMemory } from "./in_memory.ts";
import { temporaryFolder } from "./temporary_folder.ts";
import { testPermissions } from "./test_permissions.ts";

/**
 * Runs `deno test` over `args` with `env` beside the own environment, its output where this program's goes; returns
 * its exit status. With `memory` its temporary folders are in memory, where that can be had. `everything` is for tests
 * that start the program as a process of its own, and look at it from outside: they may do all, the program what it may.
 */
export async function runTests(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  { memory = false, everything = false } = {},
): Promise<number> {
  await using folder = await temporaryFolder();
  const may = everything ? ["--allow-all"] : testPermissions();
  const words = [Deno.execPath(), "test", ...may, "--quiet", "--no-check", ...args];
  const [name = "", ...rest] = memory ? await inMemory(words, folder.path) : words;
  const { code } = await new Deno.Command(name, {
    args: rest,
    env,
    stdin: "null",
    stdout: "inherit",
    stderr: "inherit",
  }).output();
  return code;
}
