import { deepEqual, equal, ok } from "node:assert/strict";
import { PbxModel } from "../support/pbx_model.ts";
import { exportedCalls, ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { differences } from "../support/truth.ts";
import { sized } from "./size.ts";
import { lacks } from "../support/needs.ts";

const FAULTS = "noise=.05,badbcc=.05,cut=.03,lostack=.05,slow=.02,unplug=.005";

Deno.test({
  name: "over a line that spoils frames and loses its cable, the call log is what happened",
  ignore: lacks("the PBX model"),
  fn: async () => {
    await using folder = await temporaryFolder();
    const data = `${folder.path}/data`;
    const device = `${folder.path}/tty`;
    const server = await ServerProcess.start(data, ["--line", device]);
    const pbx = new PbxModel(device, `${folder.path}/truth.jsonl`, [
      ...["--calls", String(sized(30, 200)), "--seed", "7", "--faults", FAULTS],
      ...["--wait", "0.5", "--patient"],
    ]);
    const summary = await pbx.finished();
    await server.stop();

    const truth = await pbx.truth();
    equal(truth.length, sized(30, 200));
    ok(summary.retransmitted > 0, "no fault was played");
    deepEqual(differences(truth, await exportedCalls(data)), []);
  },
});
