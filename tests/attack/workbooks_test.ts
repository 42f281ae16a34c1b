import { lacks } from "../support/needs.ts";
import { sendHostileFiles } from "../support/send_hostile_files.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

Deno.test({
  name: "whatever file is uploaded, the page says what is wrong with it and the server stays small",
  ignore: lacks("linux"),
  async fn(t) {
    await using folder = await temporaryFolder();
    await sendHostileFiles(t, `${folder.path}/data`);
  },
});
