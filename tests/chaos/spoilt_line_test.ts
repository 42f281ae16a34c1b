import { deepEqual, equal, ok } from "node:assert/strict";
import { hasPbxModel, PbxModel } from "../support/pbx_model.ts";
import { exportedCalls, ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { differences } from "../support/truth.ts";
import { sized } from "./size.ts";

const FAULTS = "noise=.05,badbcc=.05,cut=.03,lostack=.05,slow=.02,unplug=.005";

Deno.test({
  name: "over a line that spoils frames and loses its cable, the call log is what happened",
  ignore: !hasPbxModel(),
  fn: async () => {
    await using folder = await temporaryFolder();
    const pbx = new PbxModel(`${folder.path}/tty`, `${folder.path}/truth.jsonl`, [
      ...["--calls", String(sized(30, 200)), "--seed", "7", "--faults", FAULTS],
      ...["--wait", "4", "--patient"],
    ]);
    const data = `${folder.path}/data`;
    const server = await ServerProcess.start(data, ["--line", pbx.link]);
    const summary = await pbx.finished();
    await server.stop();

    const truth = await pbx.truth();
    equal(truth.length, sized(30, 200));
    ok(summary.retransmitted > 0, "no fault was played");
    deepEqual(differences(truth, await exportedCalls(data)), []);
  },
});
