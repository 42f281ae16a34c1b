import { equal, throws } from "node:assert/strict";
import { Jobs } from "../../lib/jobs/jobs.ts";
import { passingStore } from "../support/passing_store.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

Deno.test("a job that begins when the data folder has gone away fails, and makes no folder", async () => {
  await using folder = await temporaryFolder();
  const jobs = new Jobs(passingStore(), `${folder.path}/data`);
  equal((await jobs.over(jobs.start("undo_import", { importId: 1 }, "import").id)).state, "failed");
  await jobs.stop();
  throws(() => Deno.statSync(`${folder.path}/data`), Deno.errors.NotFound);
});
