import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { backup } from "../../lib/commands/backup.ts";
import type { Command } from "../../lib/commands/command.ts";
import { exportRows } from "../../lib/commands/export.ts";
import { importRows } from "../../lib/commands/import.ts";
import { replay } from "../../lib/commands/replay.ts";
import { restore } from "../../lib/commands/restore.ts";
import { staff } from "../../lib/commands/staff.ts";
import { openStore } from "../../lib/store/database.ts";
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

Deno.test("a command that may begin an office says that it does, and takes no misspelt name of another for one", async () => {
  await using folder = await temporaryFolder();
  const file = listFile(folder.path);
  const office = `${folder.path}/belltower-data`;
  const io = fakeIo(STDIN);
  equal(await staff.run([...ADD, "--data", office], io), 0);
  equal(io.errors, `there was no office in ${office}: a new one begins there\n`);
  const before = namesIn(folder.path);
  const misspelt = `${folder.path}/beltower-data`;
  const commands: [Command, string[]][] = [
    [staff, [...ADD]],
    [replay, [file]],
    [restore, [file]],
  ];
  for (const [command, words] of commands) {
    await rejects(
      () => command.run([...words, "--data", misspelt], fakeIo(STDIN)),
      {
        message:
          `there is no folder ${misspelt}; did you mean ${office}? Where a new office is meant, make the folder first`,
      },
    );
    deepEqual(namesIn(folder.path), before, words.join(" "));
  }
  // Somebody said that it is meant.
  Deno.mkdirSync(misspelt);
  equal(await staff.run([...ADD, "--data", misspelt], fakeIo(STDIN)), 0);
  const again = fakeIo({ stdin: STDIN.stdin });
  equal(await staff.run(["add", "lee", ...ADD.slice(2), "--data", misspelt], again), 0);
  equal(again.errors, "");
  openStore(misspelt, { existing: true }).close();
  match(namesIn(folder.path).join(), /belltower-data/);
});
