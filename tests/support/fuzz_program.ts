/**
 * Reads `ROUNDS` spoilt files by the chance of `SEED` with what reads uploads, in this thread, and prints what came
 * of them and the most memory that it took: `deno run fuzz_program.ts SEED ROUNDS FOLDER`. Something that is neither a
 * table nor a refusal ends it; its file stays in the folder.
 */
import { AS_FOUND } from "../../lib/domain/import_contents.ts";
import { stageTable } from "../../lib/jobs/import/staging/stage_table.ts";
import { JobFailure } from "../../lib/jobs/job_failure.ts";
import { Chance, spoiltFile } from "./spoilt_files.ts";

export interface Fuzzed {
  readonly tables: number;
  readonly refusals: Record<string, number>;
  readonly slowestMs: number;
  readonly peakMb: number;
}

const [seed, rounds, folder] = Deno.args;
const chance = new Chance(Number(seed));
const [file, rows] = [`${folder}/spoilt`, `${folder}/rows`];
const refusals: Record<string, number> = {};
let [tables, slowestMs, peakMb] = [0, 0, 0];
for (let round = 0; round < Number(rounds); round++) {
  Deno.writeFileSync(file, spoiltFile(chance));
  const begin = performance.now();
  try {
    await stageTable(file, rows, AS_FOUND, () => undefined);
    tables++;
  } catch (error) {
    if (!(error instanceof JobFailure)) throw error;
    refusals[error.code] = (refusals[error.code] ?? 0) + 1;
  }
  slowestMs = Math.max(slowestMs, performance.now() - begin);
}
// Deno opens nothing below /proc to a program that may do less than everything.
const { stdout } = new Deno.Command("cat", { args: [`/proc/${Deno.pid}/status`] }).outputSync();
const status = new TextDecoder().decode(stdout);
peakMb = Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1]) / 1024;
const fuzzed: Fuzzed = { tables, refusals, slowestMs, peakMb };
Deno.stdout.writeSync(new TextEncoder().encode(`${JSON.stringify(fuzzed)}\n`));
