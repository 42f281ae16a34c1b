import { temporaryFolder } from "../support/temporary_folder.ts";
import { updateEvery } from "../support/update_every.ts";

Deno.test("an office of any older Belltower is updated by the program as it ships, with all it had, and its copy is beside it", async () => {
  await using folder = await temporaryFolder();
  await updateEvery(folder.path);
});
