/** A small Windows program stands in for the executable, whose base is not to be had on every machine. */
import { equal, ok, rejects } from "node:assert/strict";
import { writeVersionData } from "../../.ci/build/version_data.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { lacks } from "../support/needs.ts";

const TOOLS = "x86_64-w64-mingw32-";
const PROGRAM = "what deno compile put in";
/** `deno compile` keeps the program in a resource of this type. */
const SCRIPT = `PROGRAM RCDATA { "${PROGRAM}" }\n1 ICON "belltower.ico"\n`;
const ICON = new URL("../../static/icons/belltower.ico", import.meta.url);

Deno.test({
  name: "a Windows program gets the version that its properties show, and keeps what was in it",
  ignore: lacks("mingw"),
  fn: async () => {
    await using folder = await temporaryFolder();
    const file = `${folder.path}/belltower.exe`;
    await Deno.copyFile(ICON, `${folder.path}/belltower.ico`);
    await Deno.writeTextFile(`${folder.path}/small.rc`, SCRIPT);
    await Deno.writeTextFile(`${folder.path}/small.c`, "int main(void) { return 0; }\n");
    await made(`${TOOLS}windres`, ["small.rc", "small.o"], folder.path);
    await made(`${TOOLS}gcc`, ["-s", "-o", file, "small.c", "small.o"], folder.path);

    await writeVersionData(file, "1.22.333");

    // The compiler's own tool reads the resources back, into a script and its files.
    await made(`${TOOLS}windres`, ["-J", "coff", "-O", "rc", file, "back.rc"], folder.path);
    const back = await Deno.readTextFile(`${folder.path}/back.rc`);
    ok(/FILEVERSION 1, ?22, ?333, ?0/.test(back), back);
    ok(/PRODUCTVERSION 1, ?22, ?333, ?0/.test(back), back);
    ok(/VALUE "ProductName", ?"Belltower/.test(back), back);
    ok(/VALUE "FileVersion", ?"1\.22\.333/.test(back), back);
    ok(/^"?PROGRAM"? RCDATA/im.test(back), back);
    ok(/GROUP_ICON/.test(back), back);
    const bytes = new TextDecoder("latin1").decode(await Deno.readFile(file));
    ok(bytes.includes(PROGRAM), "the program is gone");
  },
});

Deno.test("what is no Windows program is refused and stays as it is", async () => {
  await using folder = await temporaryFolder();
  const file = `${folder.path}/text.exe`;
  await Deno.writeTextFile(file, "no program");
  await rejects(() => writeVersionData(file, "1.0.0"));
  equal(await Deno.readTextFile(file), "no program");
});

async function made(tool: string, args: readonly string[], folder: string): Promise<void> {
  ok(await runs(tool, args, folder), `${tool} ${args.join(" ")} failed`);
}

async function runs(tool: string, args: readonly string[], cwd: string): Promise<boolean> {
  try {
    const { success } = await new Deno.Command(tool, {
      args: [...args],
      cwd,
      stdin: "null",
      stdout: "null",
      stderr: "inherit",
    }).output();
    return success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
