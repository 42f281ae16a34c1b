import { deepEqual, equal, throws } from "node:assert/strict";
import { lacks, leftOut, noteLeftOut } from "./support/needs.ts";
import { temporaryFolder } from "./support/temporary_folder.ts";

/** What `lacks` does in a program of its own, with these variables and without any tool. */
async function lacking(
  env: Readonly<Record<string, string>>,
): Promise<{ ok: boolean; said: string }> {
  const module = new URL("./support/needs.ts", import.meta.url).href;
  const code = `import { lacks } from "${module}"; lacks("strace"); lacks("strace"); lacks("gcc");`;
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--no-check", code],
    clearEnv: true,
    env: { HOME: Deno.env.get("HOME") ?? "/", NO_COLOR: "1", ...env },
  }).output();
  return { ok: success, said: new TextDecoder().decode(stderr) };
}

Deno.test("outside of CI a test whose tool is missing is left out and counted; in CI it fails", async () => {
  await using folder = await temporaryFolder();
  const file = `${folder.path}/left-out`;
  await Deno.writeTextFile(file, "");
  equal(await leftOut(file), null);
  const none = { PATH: folder.path, ...noteLeftOut(file) };
  deepEqual(await lacking(none), { ok: true, said: "" });
  equal(await leftOut(file), "2 tests for want of strace, 1 for want of gcc");
  const { ok, said } = await lacking({ ...none, CI: "true" });
  equal(ok, false);
  equal(/strace is missing here, and CI leaves no test out that needs it/.test(said), true, said);
});

Deno.test("no test is left out but for something that is told", () => {
  const told = /\bignore: .*lacks\(/;
  const silent: string[] = [];
  for (const path of testFiles("tests")) {
    for (const line of Deno.readTextFileSync(path).split("\n")) {
      const leaves = /\bignore: |\bDeno\.test\.(ignore|only)\(/.test(line);
      if (leaves && !told.test(line)) silent.push(`${path}: ${line.trim()}`);
    }
  }
  deepEqual(silent, []);
});

Deno.test("what is there is not lacking", () => {
  equal(lacks(), false);
  throws(() => lacks("no such need" as "gcc"));
});

function* testFiles(folder: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) yield* testFiles(path);
    else if (name.endsWith("_test.ts") && path !== "tests/needs_test.ts") yield path;
  }
}
