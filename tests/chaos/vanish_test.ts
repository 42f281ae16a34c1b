import { deepEqual, equal } from "node:assert/strict";
import { lacks } from "../support/needs.ts";
import { PbxModel } from "../support/pbx_model.ts";
import { seeded } from "../support/seeded.ts";
import { exportedCalls, ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { differences } from "../support/truth.ts";
import { seed, sized } from "./size.ts";

/** The end in order, and a start on a busy machine: so much later an event may be heard of. */
const TOLERANCE_S = 30;

Deno.test({
  name:
    "a data folder that goes away while four trunks ring and comes back loses no call and doubles none",
  ignore: lacks("the PBX model"),
  fn: async () => {
    await using folder = await temporaryFolder();
    const data = `${folder.path}/data`;
    const times = sized(2, 10);
    const pbx = new PbxModel(`${folder.path}/tty`, `${folder.path}/truth.jsonl`, [
      ...["--calls", String(times * 40), "--seed", "5", "--patient", "--byte-gap", "0.0003"],
    ]);
    const random = seeded(seed());
    // No log in the folder: the server would make the folder anew to write its last words.
    let server = await ServerProcess.start(data, ["--line", pbx.link, "--log-file", "off"]);
    const { port } = server;
    for (let time = 0; time < times; time++) {
      // Not a wait for something: the moment is what the test plays with.
      await new Promise((resolve) => setTimeout(resolve, 200 + random() * 1500));
      await Deno.rename(data, `${data}-away`);
      equal((await server.ended).code, 1);
      await Deno.rename(`${data}-away`, data);
      server = await ServerProcess.start(data, ["--log-file", "off"], port);
    }
    const { given_up } = await pbx.finished();
    await server.stop();

    equal(given_up, 0);
    const truth = await pbx.truth();
    equal(truth.length, times * 40);
    deepEqual(differences(truth, await exportedCalls(data), TOLERANCE_S), []);
  },
});
