import { deepEqual, match, rejects } from "node:assert/strict";
import { backup } from "../../lib/commands/backup.ts";
import { OPTION_WORDS } from "../../lib/commands/option_words.ts";
import { staff } from "../../lib/commands/staff.ts";
import { belltower } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { fakeIo } from "./fake_io.ts";

Deno.test("help explains every option of a command", async () => {
  const [serve, ...others] = await Promise.all(
    ["serve", "staff", "import", "export", "restore", "ports", "service", "demo"]
      .map((command) => belltower(["help", command])),
  );
  match(serve!.out, /\n {2}--hsts {2,}\S.*half a year/);
  const shown = [serve!, ...others].flatMap(({ out }) =>
    [...out.matchAll(/^ {2}--([a-z-]+) +(.*)$/gm)].map(([, name, words]) => [name!, words!])
  );
  deepEqual(shown.filter(([, words]) => words === ""), []);
  deepEqual(
    Object.keys(OPTION_WORDS).filter((name) => !shown.some(([one]) => one === name)),
    [],
  );
});

Deno.test("a misspelt data folder is told, and no office is made there", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/misspelt`;
  const message = `there is no database ${data}/belltower.sqlite`;
  await rejects(() => staff.run(["list", "--data", data], fakeIo()), { message });
  const password = ["password", "kim", "--password-stdin", "--data", data];
  await rejects(() => staff.run(password, fakeIo({ stdin: "correct horse\n" })), { message });
  await rejects(() => backup.run([`${folder.path}/b`, "--data", data], fakeIo()), { message });
  deepEqual([...Deno.readDirSync(folder.path)], []);
});
