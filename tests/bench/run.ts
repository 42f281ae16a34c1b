/**
 * `deno task bench [NAME ...]`: each figure beside a floor that was measured in the same run, since this machine's
 * speed is its own and changes. Nothing is asserted here.
 */
import type { Row } from "./row.ts";

/** `tests/bench/<name>.ts` exports `bench`. */
const NAMES = [
  "decode",
  "acknowledge",
  "popup",
  "fan_out",
  "beside",
  "start",
  "import",
  "search",
  "board",
  "call_log",
  "reports",
];

const names = Deno.args.length > 0 ? Deno.args : NAMES;
const out = (line: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
const figure = (value = NaN) => Number.isNaN(value) ? "" : value.toPrecision(3);

out("| what | median | p99 | unit | floor (median) | ratio | |");
out("|---|---|---|---|---|---|---|");
for (const name of names) {
  if (!NAMES.includes(name)) {
    out(`There is no bench ${name}; there are ${NAMES.join(", ")}.`);
    Deno.exit(2);
  }
  const { bench }: { bench: () => Promise<Row[]> } = await import(`./${name}.ts`);
  for (const row of await bench()) {
    const cells = [
      row.name,
      ...[row.median, row.p99].map(figure),
      row.unit,
      ...[row.floor, row.ratio].map(figure),
      row.note ?? "",
    ];
    out(`| ${cells.join(" | ")} |`);
  }
}
