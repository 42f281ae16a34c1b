import { deepEqual, equal, match } from "node:assert/strict";
import config from "../../deno.json" with { type: "json" };
import { permissions } from "../../.ci/build/permissions.ts";
import { testPermissions } from "../support/test_permissions.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

function* sources(folder: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(ROOT + folder)) {
    if (isDirectory) yield* sources(`${folder}/${name}`);
    else if (/\.(ts|json|sh)$|^run$/.test(name)) yield `${folder}/${name}`;
  }
}

/** What a program with these flags is refused: node:sqlite's ATTACH, and Deno's files of the system. */
const SCRIPT = `
  import { DatabaseSync } from "node:sqlite";
  const refused = (work) => { try { work(); return "allowed"; } catch (error) { return error.message; } };
  console.log(JSON.stringify([
    refused(() => new DatabaseSync(":memory:").exec("ATTACH ':memory:' AS other")),
    refused(() => Deno.readTextFileSync("/proc/self/status")),
  ]));`;

async function refusals(flags: readonly string[]): Promise<string[]> {
  await using folder = await temporaryFolder();
  const script = `${folder.path}/refused.js`;
  Deno.writeTextFileSync(script, SCRIPT);
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", ...flags, script],
    stderr: "inherit",
  }).output();
  return JSON.parse(new TextDecoder().decode(stdout));
}

Deno.test("neither the program nor its tests may do everything: what only such a program may is refused to both", async () => {
  for (const flags of [permissions("linux"), testPermissions()]) {
    const [attach = "", file = ""] = await refusals(flags);
    match(attach, /too many attached databases/);
    if (Deno.build.os === "linux") match(file, /all access/);
  }
});

Deno.test("the program is started with its own permissions wherever it is started, never with all", () => {
  const all = /"-A"|--allow-all|\brun -A\b|-A --no/;
  const places = ["tests", "lib", ".ci"].flatMap((folder) => [...sources(folder)]);
  const comment = /^\s*(\/?\*|\/\/).*$/gm;
  const found = places.filter((path) =>
    all.test(Deno.readTextFileSync(ROOT + path).replace(comment, ""))
  );
  deepEqual(found.sort(), [
    // the floor of a bench, which is not the program
    "tests/bench/popup.ts",
    "tests/build/permissions_test.ts",
    // for tests that look at the program from outside
    "tests/support/run_tests.ts",
  ]);
  const product = Object.entries(config.tasks).filter(([, line]) => line.includes("main.ts"))
    .filter(([, line]) => !line.includes("/main.ts") && /\brun\b/.test(line));
  deepEqual(product.map(([name]) => name), ["belltower"]);
  equal(all.test(config.tasks.belltower), false);
});

Deno.test("every tool that a service is installed with is one that the program may run", () => {
  const tool = /"((?:\/usr)?\/bin\/[\w-]+|C:\\\\[\w\\]+\.exe)"/g;
  const used = [...sources("lib/service")].flatMap((path) =>
    [...Deno.readTextFileSync(ROOT + path).matchAll(tool)].map(([, name]) =>
      name!.replaceAll("\\\\", "\\")
    )
  );
  const allowed = (["linux", "windows"] as const).flatMap((system) =>
    permissions(system).find((flag) => flag.startsWith("--allow-run="))!.slice(12).split(",")
  );
  deepEqual(used.filter((name) => !allowed.includes(name)), []);
  deepEqual(allowed.filter((name) => !used.includes(name)), [], "and no other");
});
