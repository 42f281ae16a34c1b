import { equal, throws } from "node:assert/strict";
import { isThere, makeFolderIn } from "../../lib/base/files.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

Deno.test("a place in a folder that was moved away is not made: the folder can come back", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  throws(() => makeFolderIn(`${data}/backups`), Deno.errors.NotFound);
  equal(isThere(data), false);
  Deno.mkdirSync(data);
  for (let time = 0; time < 2; time++) makeFolderIn(`${data}/backups`);
  equal(Deno.statSync(`${data}/backups`).isDirectory, true);
});
