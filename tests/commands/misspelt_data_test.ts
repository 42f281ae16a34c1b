import { deepEqual, equal, rejects } from "node:assert/strict";
import { backup } from "../../lib/commands/backup.ts";
import type { Command } from "../../lib/commands/command.ts";
import { exportRows } from "../../lib/commands/export.ts";
import { importRows } from "../../lib/commands/import.ts";
import { replay } from "../../lib/commands/replay.ts";
import { restore } from "../../lib/commands/restore.ts";
import { staff } from "../../lib/commands/staff.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { belltower } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { fakeIo } from "./fake_io.ts";

const STDIN = { stdin: "correct horse\n" };
const ADD = ["add", "kim", "--role", "agent", "--password-stdin"];

/** The names in a folder. */
const namesIn = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

function listFile(folder: string): string {
  const file = `${folder}/list.csv`;
  Deno.writeTextFileSync(file, "고객명,HP\n김민수,010-1111-2222\n");
  return file;
}

Deno.test("a command that is meant for an office makes none where there is none, and says what it expected", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/misspelt`;
  const file = listFile(folder.path);
  const before = namesIn(folder.path);
  const message =
    `there is no database ${data}/belltower.sqlite; expected the folder of an office, where a server has been started`;
  const commands: [Command, string[]][] = [
    [importRows, ["customers", file]],
    [importRows, ["customers", file, "--dry-run"]],
    [exportRows, ["calls", "--out", `${folder.path}/calls`]],
    [backup, [`${folder.path}/backup`]],
    [staff, ["list"]],
    [staff, ["password", "kim", "--password-stdin"]],
  ];
  for (const [command, words] of commands) {
    await rejects(() => command.run([...words, "--data", data], fakeIo(STDIN)), { message });
    deepEqual(namesIn(folder.path), before, words.join(" "));
  }
  const { code, out, err } = await belltower(["import", "customers", file, "--data", data]);
  deepEqual([code, out, err], [1, "", `belltower import: ${message}\n`]);
  deepEqual(namesIn(folder.path), before);
});

Deno.test("a command that may begin an office says that it does", async () => {
  await using folder = await temporaryFolder();
  const capture = `${folder.path}/capture`;
  Deno.writeTextFileSync(capture, "02 30");
  const file = `${folder.path}/backup`;
  openStore(`${folder.path}/data`).close();
  await backup.run([file, "--data", `${folder.path}/data`], fakeIo());
  const commands: [string, Command, string[]][] = [
    ["data2", staff, ADD],
    ["data3", replay, [capture]],
    ["data4", restore, [file, "--accept-foreign"]],
  ];
  for (const [name, command, words] of commands) {
    const data = `${folder.path}/${name}`;
    for (const said of [`there was no office in ${data}: a new one begins there\n`, ""]) {
      const io = fakeIo(STDIN);
      const again = said === "" ? words.map((word) => word === "kim" ? "lee" : word) : words;
      equal(await command.run([...again, "--data", data], io), 0);
      equal(io.errors, said);
    }
  }
});

Deno.test("an account is made in no folder that is not there and is called almost as an office beside it", async () => {
  await using folder = await temporaryFolder();
  const office = `${folder.path}/belltower-data`;
  openStore(office).close();
  const misspelt = `${folder.path}/beltower-data`;
  const add = () => staff.run([...ADD, "--data", misspelt], fakeIo(STDIN));
  await rejects(add, {
    message:
      `there is no folder ${misspelt}; did you mean ${office}? Where a new office is meant, make the folder first`,
  });
  deepEqual(namesIn(folder.path), ["belltower-data"]);
  // Somebody said that it is meant.
  Deno.mkdirSync(misspelt);
  equal(await add(), 0);
});
