import { equal, ok } from "node:assert/strict";
import { READER_HEAP_MB } from "../../lib/jobs/import/limits.ts";
import type { Fuzzed } from "./fuzz_program.ts";
import { temporaryFolder } from "./temporary_folder.ts";
import { testPermissions } from "./test_permissions.ts";

/** What the program of one thread takes by itself, and a file at its limits beside it. */
const MOST_MB = 300;

/** As the thread has it that reads uploads. */
const HEAP = `--v8-flags=--max-old-space-size=${READER_HEAP_MB},--max-semi-space-size=8`;

/** Spoilt files by a seed, in a process of its own: each is a table or refused, and memory stays. */
export async function fuzz(seed: number, rounds: number): Promise<Fuzzed> {
  await using folder = await temporaryFolder();
  const program = new URL("fuzz_program.ts", import.meta.url).pathname;
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      ...testPermissions(),
      HEAP,
      "--no-check",
      program,
      `${seed}`,
      `${rounds}`,
      folder.path,
    ],
  }).output();
  equal(code, 0, `seed ${seed}: ${new TextDecoder().decode(stderr)}`);
  const fuzzed: Fuzzed = JSON.parse(new TextDecoder().decode(stdout));
  const said = `seed ${seed}: ${JSON.stringify(fuzzed)}`;
  equal(Object.values(fuzzed.refusals).reduce((sum, count) => sum + count, fuzzed.tables), rounds);
  ok(fuzzed.peakMb < MOST_MB, said);
  ok(fuzzed.tables > rounds / 20 && Object.keys(fuzzed.refusals).length > 4, said);
  return fuzzed;
}
