/**
 * `deno task bench:seed [--customers N] [--consultations N] [--calls N] [--seed N] [--out FOLDER]`: a database of
 * an invented office of any size, for benches; 1,000,000 customers with three consultations each where nothing
 * is said. What was made once is used again. Prints the data folder.
 */
import { parseArgs } from "node:util";
import { seedBigOffice } from "./big_office.ts";

const { values } = parseArgs({
  options: {
    customers: { type: "string", default: "1000000" },
    consultations: { type: "string" },
    calls: { type: "string", default: "0" },
    seed: { type: "string", default: "416" },
    out: { type: "string" },
  },
});
const customers = count("customers", values.customers);
const startedAt = performance.now();
const folder = seedBigOffice({
  customers,
  consultations: count("consultations", values.consultations ?? String(3 * customers)),
  calls: count("calls", values.calls),
  seed: count("seed", values.seed),
  ...values.out === undefined ? {} : { out: values.out },
  say: (text) => say(`${((performance.now() - startedAt) / 1000).toFixed(0)} s: ${text}`),
});
Deno.stdout.writeSync(new TextEncoder().encode(`${folder}\n`));

function count(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0) return number;
  say(`--${name} takes a whole number, not "${text}"`);
  Deno.exit(2);
}

function say(text: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(`${text}\n`));
}
