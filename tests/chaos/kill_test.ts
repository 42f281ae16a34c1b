import { deepEqual, equal } from "node:assert/strict";
import { PbxModel } from "../support/pbx_model.ts";
import { seeded } from "../support/seeded.ts";
import { exportedCalls, ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { differences } from "../support/truth.ts";
import { sized } from "./size.ts";
import { lacks } from "../support/needs.ts";

/** Restarting takes a few seconds on a busy machine: so much later an event may be heard of. */
const TOLERANCE_S = 15;

Deno.test({
  name: "a server that is killed at any moment loses no call and doubles none",
  ignore: lacks("the PBX model"),
  fn: async () => {
    await using folder = await temporaryFolder();
    const data = `${folder.path}/data`;
    const kills = sized(3, 20);
    const pbx = new PbxModel(`${folder.path}/tty`, `${folder.path}/truth.jsonl`, [
      ...["--calls", String(kills * 40), "--seed", "11", "--patient", "--byte-gap", "0.0003"],
    ]);
    const random = seeded(kills);
    let server = await ServerProcess.start(data, ["--line", pbx.link]);
    const { port } = server;
    let killed = 0;
    for (; killed < kills; killed++) {
      // Not a wait for something: the moment of the kill is what the test plays with.
      await new Promise((resolve) => setTimeout(resolve, 50 + random() * 900));
      await server.kill("SIGKILL");
      server = await ServerProcess.start(data, [], port);
    }
    const { given_up } = await pbx.finished();
    await server.stop();

    equal(given_up, 0);
    const truth = await pbx.truth();
    equal(truth.length, kills * 40);
    deepEqual(differences(truth, await exportedCalls(data), TOLERANCE_S), []);
  },
});
