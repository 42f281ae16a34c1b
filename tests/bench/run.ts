/**
 * `deno task bench [NAME ...]`: each figure beside a floor that was measured in the same run, since this machine's
 * speed is its own and changes. Nothing is asserted here.
 */
import { bench as decode } from "./decode.ts";
import { bench as popup } from "./popup.ts";
import type { Row } from "./row.ts";

const BENCHES: Record<string, () => Promise<Row[]>> = { decode, popup };

const names = Deno.args.length > 0 ? Deno.args : Object.keys(BENCHES);
const out = (line: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
const figure = (value: number | undefined) => value === undefined ? "" : value.toPrecision(3);

out("| what | median | p99 | unit | floor (median) | ratio | |");
out("|---|---|---|---|---|---|---|");
for (const name of names) {
  const bench = BENCHES[name];
  if (bench === undefined) {
    out(`There is no bench ${name}; there are ${Object.keys(BENCHES).join(", ")}.`);
    Deno.exit(2);
  }
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
