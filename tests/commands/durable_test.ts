import { deepEqual, equal } from "node:assert/strict";
import { readRecording, type Recorded } from "../chaos/power_cut/recording.ts";
import { olderOffice } from "../support/older_office.ts";
import { preload } from "../support/preload.ts";
import { belltower, ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { lacks } from "../support/needs.ts";

const OFFICE_SCHEMA = 5;

/** What a power cut after all this could undo: a renaming whose file or folder was not synced. */
function undurable(records: readonly Recorded[]): string[] {
  const inodes = new Map<string, number>();
  const unsynced = new Set<number>();
  const wrong: string[] = [];
  for (const [index, record] of records.entries()) {
    if (record.kind === "opened") inodes.set(record.path, record.inode);
    else if (record.kind === "write" || record.kind === "truncate") unsynced.add(record.inode);
    else if (record.kind === "sync") unsynced.delete(record.inode);
    else if (record.kind === "rename") {
      const { from, to } = record;
      const inode = inodes.get(from);
      if (inode !== undefined) inodes.set(to, inode);
      if (inode !== undefined && unsynced.has(inode)) wrong.push(`${to} is not synced`);
      const folder = to.slice(0, to.lastIndexOf("/"));
      const later = records.slice(index + 1);
      if (!later.some((one) => one.kind === "sync_folder" && one.path === folder)) {
        wrong.push(`the folder of ${to} is not synced`);
      }
    }
  }
  return wrong;
}

/** The names of files that were put in place, with times and numbers left out. */
function placed(records: readonly Recorded[]): string[] {
  const names = records.flatMap((record) =>
    record.kind === "rename" ? [record.to.replace(/^.*\//, "").replace(/[\d-]{4,}/g, "-")] : []
  );
  return [...new Set(names)].sort();
}

Deno.test({
  name:
    "keys, copies, backups, restores and exports are on the disk, with their names, before they count",
  ignore: lacks("linux", "gcc"),
  fn: async () => {
    await using folder = await temporaryFolder();
    const [data, record] = [`${folder.path}/data`, `${folder.path}/record`];
    await Deno.mkdir(data);
    olderOffice(`${data}/belltower.sqlite`, OFFICE_SCHEMA);
    const library = await preload("record_files.c", folder.path);
    const env = { LD_PRELOAD: library, RECORD_FOLDER: folder.path, RECORD_LOG: record };
    const run = async (...args: string[]) => {
      const { code, err } = await belltower([...args, "--data", data], "", env);
      equal(code, 0, err);
    };

    const server = await ServerProcess.start(data, ["--https", "127.0.0.1:0"], 0, env);
    await server.stop();
    await run("backup", `${folder.path}/office.backup`);
    await run("export", "customers", "--out", `${folder.path}/customers.jsonl`);
    await run("restore", `${folder.path}/office.backup`);

    const records = await readRecording(record);
    deepEqual(placed(records), [
      "authority.json",
      "belltower-before-restore-.sqlite",
      "belltower-before-update-schema-5.sqlite",
      "belltower.sqlite",
      "candidate.sqlite",
      "customers.jsonl",
      "office.backup",
      "server.json",
    ]);
    deepEqual(undurable(records), []);
  },
});
