import { deepEqual } from "node:assert/strict";
import { openStore } from "../../lib/store/open_store.ts";
import { lockWork } from "../../lib/store/work_lock.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

/** What killed programs leave: copies, backups, imports, restores, uploads, keys, tests of a folder. */
const LEFT = [
  "belltower-before-update-20261127-101010-schema-5.sqlite.part",
  "belltower-before-update-20261127-101010-schema-5.sqlite.part-journal",
  ".write-test-abc",
  "backup-work/abc/snapshot.sqlite",
  "backup-work/def/read-back.sqlite",
  "backups/belltower-20261127-101010Z.backup.part",
  "backups/.write-test-def",
  "imports/7/refused.jsonl.part",
  "imports/2f1c8f6e-0000-4000-8000-000000000000.part",
  "restore/upload",
  "restore/candidate.sqlite.part",
  "restore/candidate.sqlite.part-wal",
  "tls/server.json.part",
];

/** What a start leaves alone. */
const OTHERS = [
  "backups/belltower-20261126-101010Z.backup",
  "belltower-before-update-20261120-101010-schema-4.sqlite",
  "imports/7/file",
  "imports/7/refused.jsonl",
  "mine.part",
  "belltower-mine.part/mine",
];

function make(folder: string, paths: readonly string[]): void {
  for (const path of paths) {
    Deno.mkdirSync(`${folder}/${path}`.replace(/\/[^/]*$/, ""), { recursive: true });
    Deno.writeTextFileSync(`${folder}/${path}`, "");
  }
}

function there(folder: string, paths: readonly string[]): string[] {
  return paths.filter((path) => {
    try {
      return Deno.lstatSync(`${folder}/${path}`).isFile;
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return false;
      throw error;
    }
  });
}

Deno.test("a start takes away what killed copies, backups, imports, restores and uploads left, and nothing else", async () => {
  await using folder = await temporaryFolder();
  openStore(folder.path, { exclusive: true }).close();
  make(folder.path, [...LEFT, ...OTHERS]);
  openStore(folder.path, { exclusive: true }).close();
  deepEqual(there(folder.path, LEFT), []);
  deepEqual(there(folder.path, OTHERS), OTHERS);
});

Deno.test("a start takes nothing from a backup or import that is at work beside it", async () => {
  await using folder = await temporaryFolder();
  openStore(folder.path, { exclusive: true }).close();
  make(folder.path, LEFT);
  const works = [lockWork(folder.path), lockWork(folder.path)];
  openStore(folder.path, { exclusive: true }).close();
  deepEqual(there(folder.path, LEFT), LEFT);
  for (const work of works) work.release();
  openStore(folder.path, { exclusive: true }).close();
  deepEqual(there(folder.path, LEFT), []);
});

Deno.test("a backup that was checked before the server stopped can still be restored after its start", async () => {
  await using folder = await temporaryFolder();
  openStore(folder.path, { exclusive: true }).close();
  const checked = ["restore/check.json", "restore/candidate.sqlite", "restore/upload"];
  make(folder.path, [...checked, "restore/candidate.sqlite.part"]);
  openStore(folder.path, { exclusive: true }).close();
  deepEqual(there(folder.path, ["restore/candidate.sqlite.part"]), []);
  deepEqual(there(folder.path, checked), checked);
});
