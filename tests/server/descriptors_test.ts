import { deepEqual } from "node:assert/strict";
import { lacks } from "../support/needs.ts";

const MODULE = new URL("../../lib/server/descriptors.ts", import.meta.url).href;

/** Deno from source raises the limit by itself, so the program lowers it first, as a compiled one may find it. */
const PROGRAM = `import { raisedDescriptorLimit } from "${MODULE}";
  const { symbols: libc } = Deno.dlopen("libc.so.6", {
    setrlimit: { parameters: ["i32", "buffer"], result: "i32" },
  });
  libc.setrlimit(7, new BigUint64Array([300n, 700n]));
  const inShell = async () => {
    const { stdout } = await new Deno.Command("sh", { args: ["-c", "ulimit -n"] }).output();
    return Number(new TextDecoder().decode(stdout));
  };
  const seen = [];
  for (const wanted of [200, 500, 5000, 400]) {
    seen.push([wanted, raisedDescriptorLimit(wanted), await inShell()]);
  }
  console.log(JSON.stringify(seen));`;

Deno.test({
  name:
    "the limit of open files is raised as far as it is wanted and the system allows, never lowered",
  ignore: lacks("linux"),
  fn: async () => {
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["eval", "--no-check", PROGRAM],
    }).output();
    deepEqual(JSON.parse(new TextDecoder().decode(stdout)), [
      [200, 300, 300],
      [500, 500, 500],
      [5000, 700, 700],
      [400, 700, 700],
    ]);
  },
});
