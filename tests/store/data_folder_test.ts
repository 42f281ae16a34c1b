import { equal, match, ok, throws } from "node:assert/strict";
import { networkOf, prepareDataFolder } from "../../lib/store/data_folder.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { StoreError } from "../../lib/store/errors.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { lacks } from "../support/needs.ts";

/** A file system of its own in `folder`, with `options` of mount. */
function mount(folder: string, options: string): void {
  ok(run("mount", "-t", "tmpfs", "-o", options, "none", folder));
}

function run(command: string, ...args: string[]): boolean {
  return new Deno.Command(command, { args, stderr: "null" }).outputSync().success;
}

function refusal(directory: string, sentence: RegExp): void {
  throws(() => openStore(directory, { exclusive: true }), (error: Error) => {
    match(error.message, sentence);
    return error instanceof StoreError;
  });
}

Deno.test("a folder that has to be there, and went away at this moment, is not made anew", async () => {
  await using folder = await temporaryFolder();
  const gone = `${folder.path}/data`;
  throws(() => prepareDataFolder(gone, true), (error: Error) => {
    match(error.message, /the data folder .*data cannot be opened: NotFound/);
    return error instanceof StoreError;
  });
  throws(() => openStore(gone, { existing: true }), /there is no database/);
  throws(() => Deno.statSync(gone), Deno.errors.NotFound);
});

Deno.test({
  name: "a full disk is refused with what is free and what is needed",
  ignore: lacks("mount"),
  fn: async () => {
    await using folder = await temporaryFolder();
    mount(folder.path, "size=1m");
    try {
      refusal(folder.path, /is full: 1 MB are free, at least 16 MB are needed$/);
      Deno.writeFileSync(`${folder.path}/filler`, new Uint8Array(1024 * 1024 - 8192));
      refusal(folder.path, /is full: 1 MB are free/);
    } finally {
      ok(run("umount", folder.path));
    }
  },
});

Deno.test({
  name: "a read-only folder is refused",
  ignore: lacks("mount"),
  fn: async () => {
    await using folder = await temporaryFolder();
    mount(folder.path, "size=32m,ro");
    try {
      refusal(folder.path, /^the data folder .* cannot be written to: .*[Rr]ead-only/);
    } finally {
      ok(run("umount", folder.path));
    }
  },
});

Deno.test("a file in the place of the folder is refused", async () => {
  await using folder = await temporaryFolder();
  Deno.writeTextFileSync(`${folder.path}/file`, "");
  refusal(`${folder.path}/file`, /^the data folder .*file cannot be made: /);
});

Deno.test("shares of other machines are known by their file system, disks are not taken for them", () => {
  equal(networkOf("/data", 0x6969), "NFS");
  equal(networkOf("/data", 0xff534d42), "CIFS");
  equal(networkOf("/data", 0xff534d42 | 0), "CIFS");
  equal(networkOf("\\\\server\\office\\Belltower", 0), "a Windows share");
  equal(networkOf("C:\\ProgramData\\Belltower", 0), null);
  equal(networkOf("\\\\?\\C:\\Belltower", 0), null);
  equal(networkOf("/var/lib/belltower", 0xef53), null);
});
