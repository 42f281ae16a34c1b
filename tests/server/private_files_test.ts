import { deepEqual, equal, ok } from "node:assert/strict";
import { libc } from "../../lib/base/posix/libc.ts";
import { lacks } from "../support/needs.ts";
import { PASSWORD } from "../support/office.ts";
import { belltower, ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

/** What others may do with anything below `folder`, as `path mode`; the folder itself is left out. */
function openToOthers(folder: string, below = ""): string[] {
  return [...Deno.readDirSync(`${folder}/${below}`)].flatMap(({ name, isDirectory }) => {
    const path = `${below}${name}`;
    const mode = (Deno.lstatSync(`${folder}/${path}`).mode ?? 0) & 0o777;
    return [
      ...(mode & 0o077) === 0 ? [] : [`${path} ${mode.toString(8)}`],
      ...isDirectory ? openToOthers(folder, `${path}/`) : [],
    ];
  });
}

function names(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name);
}

Deno.test({
  name:
    "database, log, lock, copies, backups, imports and keys are the server's user's alone, whatever its folder and mask allow",
  ignore: lacks("posix"),
  fn: async () => {
    await using folder = await temporaryFolder();
    const data = `${folder.path}/data`;
    // As most systems start programs, and as an administrator makes a folder.
    libc().umask(0o022);
    await Deno.mkdir(data);
    await Deno.chmod(data, 0o755);
    const run = async (...args: string[]) => {
      const { code, err } = await belltower([...args, "--data", data], PASSWORD);
      equal(code, 0, err);
    };
    await run("staff", "add", "kim", "--role", "admin", "--password-stdin");
    deepEqual(openToOthers(data), []);
    // As an earlier version and other programs left them.
    await Deno.mkdir(`${data}/backups`);
    await Deno.writeTextFile(`${data}/backups/belltower-20260101-000000Z.backup`, "");
    await Deno.writeTextFile(`${data}/belltower-before-update-20260101-000000-schema-3.sqlite`, "");
    for (const name of names(data)) await Deno.chmod(`${data}/${name}`, 0o755);

    const server = await ServerProcess.start(data, ["--https", "127.0.0.1:0"]);
    try {
      await run("backup", `${data}/backups/mine.backup`);
      ok(names(data).includes("belltower.sqlite-wal"));
      deepEqual(openToOthers(data), []);
    } finally {
      await server.stop();
    }
    await run("restore", `${data}/backups/mine.backup`);
    deepEqual(openToOthers(data), []);
    equal((Deno.statSync(data).mode ?? 0) & 0o777, 0o755, "the folder is the administrator's");
  },
});
