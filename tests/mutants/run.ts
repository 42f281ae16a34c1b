/**
 * `deno task mutants [--sample N] [--seed N] [--only WORDS] [--by TEST[,TEST]] [--rehearsal FILE] [FILE...]`: makes mistakes in the sources on which
 * all else stands, one at a time, and runs the tests that execute them: a mistake that no test sees, and no type, is a
 * survivor. The survivors that are known, and why no test kills them, stand in survivors.ts. Without `--sample` every
 * mistake in these sources is made, which takes an hour; with it, N of them by the seed, and always those that were once
 * missed. `--only` tries those alone in whose line of the output the words are, `--by` with these tests alone. The file of
 * `--rehearsal` keeps what the tests do without a mistake for the next run.
 */
import { parseArgs } from "node:util";
import { say } from "../support/say.ts";
import { seeded } from "../support/seeded.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { Bench, nearTests } from "./bench.ts";
import { IMPORTANT } from "./important.ts";
import { lineOf, type Mutant } from "./mutant.ts";
import { namedMutants } from "./named.ts";
import { mutantsOf } from "./operators.ts";
import { Reach } from "./reach.ts";
import { keep, kept, rehearse, type Rehearsed } from "./rehearsal.ts";
import { SURVIVORS } from "./survivors.ts";
import { Tree } from "./tree.ts";

const AT_ONCE = 2;
const SOURCE = new URL("../../", import.meta.url).pathname.replace(/\/$/, "");

const { values: { sample, seed, only = "", by, rehearsal }, positionals } = parseArgs({
  options: {
    sample: { type: "string" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    by: { type: "string" },
    rehearsal: { type: "string" },
  },
  allowPositionals: true,
});
// Once: whoever goes on working on the sources meanwhile changes nothing.
const texts = new Map<string, string>();
const read = (file: string) => {
  const text = texts.get(file) ?? Deno.readTextFileSync(`${SOURCE}/${file}`);
  texts.set(file, text);
  return text;
};
const shown = (mutant: Mutant) =>
  `${mutant.file}:${lineOf(read(mutant.file), mutant)} ${mutant.name}`;
const named = positionals.length === 0 ? namedMutants(read) : [];
const files = positionals.length === 0 ? IMPORTANT : positionals;
const all = files.flatMap((file) => mutantsOf(file, read(file)));
const chosen = sample === undefined ? all : someOf(all, Number(sample), seeded(Number(seed)));
const mutants = [...named, ...chosen].filter((mutant) => shown(mutant).includes(only));

await using folder = await temporaryFolder();
const trees = await Promise.all(Array.from({ length: AT_ONCE }, async (_, index) => {
  // Beside the copy, as beside the tree, lies what is shared by all.
  const root = `${folder.path}/${index}/tree`;
  await Deno.mkdir(root, { recursive: true });
  await Deno.symlink(`${SOURCE}/../shared`, `${folder.path}/${index}/shared`);
  return await Tree.of(SOURCE, root);
}));
const reach = new Reach(SOURCE);
const rehearsed = new Map<string, Rehearsed | null>(
  rehearsal === undefined ? [] : await kept(rehearsal),
);
say(`${mutants.length} mutants (${named.length} named) of ${files.length} sources, seed ${seed}`);
// For a few mutants that would be longer than all else.
if (sample === undefined && by === undefined) {
  const tests = new Set(mutants.flatMap((mutant) => nearTests(reach, mutant)));
  await withAll([...tests].filter((test) => !rehearsed.has(test)), async (tree, test) => {
    const result = await rehearse(tree, test, new Set([...IMPORTANT, ...files]));
    rehearsed.set(test, result);
    if (rehearsal !== undefined) await keep(rehearsal, rehearsed);
    if (result === null) say(`${test} fails without any mistake: it is left out`);
  });
}

const survivors: Mutant[] = [];
const killers = new Map<string, string[]>();
await withAll(mutants, async (tree, mutant) => {
  const bench = new Bench(tree, { reach, rehearsed, killers });
  const tests = by?.split(",") ?? await bench.testsFor(mutant);
  const killer = await bench.try(mutant, tests, by === undefined);
  if (killer === null) survivors.push(mutant);
  say(killer === null ? `survived ${shown(mutant)}` : `killed ${shown(mutant)} (${killer})`);
});

const known = new Set(SURVIVORS.map(({ file, name }) => `${file} ${name}`));
const unknown = survivors.filter(({ file, name }) => !known.has(`${file} ${name}`));
for (const mutant of unknown) say(`SURVIVED, and is not known: ${shown(mutant)}`);
say(
  `${mutants.length} mutants: ${
    mutants.length - survivors.length
  } killed, ${survivors.length} survived`,
);
// Of a sample, only what was missed once before fails: a new survivor is told, and is for who changes tests to look at.
const failed = sample === undefined ? unknown : unknown.filter((mutant) => named.includes(mutant));
const word = failed.length === 0 ? "ok" : "FAILED";
say(`${word} | ${mutants.length - failed.length} passed | ${failed.length} failed`);
Deno.exit(failed.length === 0 ? 0 : 1);

/** Does `work` for each, as many at a time as there are trees. */
async function withAll<T>(
  items: readonly T[],
  work: (tree: Tree, item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  await Promise.all(trees.map(async (tree) => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(tree, item);
  }));
}

function someOf(mutants: readonly Mutant[], count: number, random: () => number): Mutant[] {
  const rest = [...mutants];
  return Array.from(
    { length: Math.min(count, rest.length) },
    () => rest.splice(Math.floor(random() * rest.length), 1)[0]!,
  );
}
