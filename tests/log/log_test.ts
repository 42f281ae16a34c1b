import { match } from "node:assert/strict";
import { getLogger, reset } from "@logtape/logtape";
import { startLog } from "../../lib/log.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

Deno.test("a sentence of the log says what an error says, also one that came from another thread", async () => {
  await using folder = await temporaryFolder();
  startLog("info", { folder: folder.path, days: () => 1 });
  try {
    const error = structuredClone(new RangeError("the disk is full"));
    getLogger(["belltower", "test"]).error("Not stored: {error}", { error });
  } finally {
    await reset();
  }
  const [file] = [...Deno.readDirSync(folder.path)];
  const { message } = JSON.parse(await Deno.readTextFile(`${folder.path}/${file!.name}`));
  match(message, /^Not stored: "RangeError: the disk is full"$/);
});
