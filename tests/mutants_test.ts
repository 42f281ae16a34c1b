import { deepEqual } from "node:assert/strict";
import { IMPORTANT } from "./mutants/important.ts";
import { lineOf, type Mutant } from "./mutants/mutant.ts";
import { namedMutants } from "./mutants/named.ts";
import { mutantsOf } from "./mutants/operators.ts";
import { SURVIVORS } from "./mutants/survivors.ts";

const read = (file: string) => Deno.readTextFileSync(file);

Deno.test("the mistakes that were once missed, and the survivors that are explained, can still be made", () => {
  const named: readonly Mutant[] = namedMutants(read);
  deepEqual(named.filter((mutant) => lineOf(read(mutant.file), mutant) === 0), []);
  const known = new Set(
    IMPORTANT.flatMap((file) => mutantsOf(file, read(file)).map(({ name }) => `${file}: ${name}`)),
  );
  const gone = SURVIVORS.map(({ file, name }) => `${file}: ${name}`).filter((one) =>
    !known.has(one)
  );
  deepEqual(gone, []);
});
