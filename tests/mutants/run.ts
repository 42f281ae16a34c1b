/**
 * `deno task mutants [--sample N] [--seed N] [FILE...]`: makes mistakes in the sources on which all else stands, one at a
 * time, and runs the tests that reach them: a mistake that no test sees is a survivor. The survivors that are known, and
 * why no test kills them, stand in survivors.ts. Without `--sample` every mistake in these sources is made, which takes
 * hours; with it, N of them by the seed, and always those that were once missed.
 */
import { parseArgs } from "node:util";
import { say } from "../support/say.ts";
import { seeded } from "../support/seeded.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { Bench, shown } from "./bench.ts";
import { IMPORTANT } from "./important.ts";
import type { Mutant } from "./mutant.ts";
import { namedMutants } from "./named.ts";
import { mutantsOf } from "./operators.ts";
import { Reach } from "./reach.ts";
import { SURVIVORS } from "./survivors.ts";

const AT_ONCE = 2;
const TREE = new URL("../../", import.meta.url).pathname.replace(/\/$/, "");

const { values: { sample, seed }, positionals } = parseArgs({
  options: { sample: { type: "string" }, seed: { type: "string", default: "1" } },
  allowPositionals: true,
});
const read = (file: string) => Deno.readTextFileSync(`${TREE}/${file}`);
const named = positionals.length === 0 ? namedMutants(read) : [];
const files = positionals.length === 0 ? IMPORTANT : positionals;
const all = files.flatMap((file) => mutantsOf(file, read(file)));
const chosen = sample === undefined ? all : someOf(all, Number(sample), seeded(Number(seed)));
const queue = [...named, ...chosen];
const known = new Map(SURVIVORS.map(({ file, name, why }) => [`${file} ${name}`, why]));

await using folder = await temporaryFolder();
const reach = new Reach(TREE);
say(`${queue.length} mutants (${named.length} named) of ${files.length} sources, seed ${seed}`);
const survivors: Mutant[] = [];
let tried = 0;
await Promise.all(Array.from({ length: AT_ONCE }, async (_, index) => {
  // Beside the copy, as beside the tree, lies what is shared by all.
  const root = `${folder.path}/${index}/tree`;
  await Deno.mkdir(root, { recursive: true });
  await Deno.symlink(`${TREE}/../shared`, `${folder.path}/${index}/shared`);
  const bench = await Bench.of(TREE, root, reach);
  for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
    const verdict = await bench.try(mutant);
    tried++;
    if (verdict === "survived") survivors.push(mutant);
    say(`${verdict} ${shown(read(mutant.file), mutant)}`);
  }
}));

const unknown = survivors.filter(({ file, name }) => !known.has(`${file} ${name}`));
for (const mutant of unknown) {
  say(`SURVIVED, and is not known: ${shown(read(mutant.file), mutant)}`);
}
say(`${tried} mutants: ${tried - survivors.length} killed, ${survivors.length} survived`);
// Of a sample, only what was missed once before fails: a new survivor is told, and is for who changes tests to look at.
const failed = sample === undefined ? unknown : unknown.filter((mutant) => named.includes(mutant));
const word = failed.length === 0 ? "ok" : "FAILED";
say(`${word} | ${tried - failed.length} passed | ${failed.length} failed`);
Deno.exit(failed.length === 0 ? 0 : 1);

function someOf(mutants: readonly Mutant[], count: number, random: () => number): Mutant[] {
  const rest = [...mutants];
  return Array.from(
    { length: Math.min(count, rest.length) },
    () => rest.splice(Math.floor(random() * rest.length), 1)[0]!,
  );
}
