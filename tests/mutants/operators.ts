import type { Mutant } from "./mutant.ts";

/** A kind of mistake: where it can be made in a line of code, and what stands there then. */
interface Operator {
  readonly name: string;
  /** Its first group is what is changed. */
  readonly place: RegExp;
  readonly change: (found: string) => string;
}

const OPERATORS: readonly Operator[] = [
  { name: "the condition is negated", place: /\bif \((.+)\) /gd, change: (found) => `!(${found})` },
  {
    name: "the call is left out",
    place: /^\s*((?:await )?[A-Za-z_][\w#.?]*\([^;]*\);)$/gdm,
    change: () => ";",
  },
  { name: "nothing is waited for", place: /[=(\s](await )[^u]/gd, change: () => "" },
  { name: "< is <=", place: /[\w)\]] (<) [\w(]/gd, change: () => "<=" },
  { name: "<= is <", place: /[\w)\]] (<=) [\w(]/gd, change: () => "<" },
  { name: "> is >=", place: /[\w)\]] (>) [\w(]/gd, change: () => ">=" },
  { name: ">= is >", place: /[\w)\]] (>=) [\w(]/gd, change: () => ">" },
  { name: "=== is !==", place: /(===)/gd, change: () => "!==" },
  { name: "!== is ===", place: /(!==)/gd, change: () => "===" },
  { name: "&& is ||", place: / (&&) /gd, change: () => "||" },
  { name: "|| is &&", place: / (\|\|) /gd, change: () => "&&" },
  { name: "+ is -", place: /[\w)\]] (\+) [\w(]/gd, change: () => "-" },
  { name: "- is +", place: /[\w)\]] (-) [\w(]/gd, change: () => "+" },
  { name: "true is false", place: /\b(true)\b/gd, change: () => "false" },
  { name: "false is true", place: /\b(false)\b/gd, change: () => "true" },
  { name: "it returns at once", place: /\): void \{(\n)/gd, change: () => " return;\n" },
];

/** Nothing in them is done: words for the log and for people, comments, imports, types. */
const NOT_CODE =
  /^\s*(\*|\/\/|\/\*|import |export type|export interface|interface |type |readonly |--|\} from)|^\s*(return )?log[.[]/;

/** Every mistake that can be made in a source, in order. */
export function mutantsOf(file: string, source: string): Mutant[] {
  const mutants: Mutant[] = [];
  let start = 0;
  for (const line of source.split("\n")) {
    if (!NOT_CODE.test(line)) {
      for (const { name, place, change } of OPERATORS) {
        for (const found of `${line}\n`.matchAll(place)) {
          const [from, to] = found.indices![1]!;
          mutants.push({
            file,
            name: `${name}: ${line.trim()}`,
            from: start + from,
            to: start + to,
            text: change(found[1]!),
          });
        }
      }
    }
    start += line.length + 1;
  }
  return mutants;
}
