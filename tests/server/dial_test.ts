import { deepEqual, equal } from "node:assert/strict";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { PbxModel } from "../support/pbx_model.ts";
import { exportedCalls, ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";
import { lacks } from "../support/needs.ts";

Deno.test({
  name:
    "a number that is clicked is dialled by the PBX, and is in the log as outbound with its customer",
  ignore: lacks("the PBX model"),
  fn: async () => {
    await using folder = await temporaryFolder();
    const data = `${folder.path}/data`;
    await furnishOffice(data);
    const pbx = new PbxModel(`${folder.path}/tty`, `${folder.path}/truth.jsonl`, [
      ...["--calls", "0", "--linger", "6", "--dial-seconds", "0.3"],
    ]);
    const server = await ServerProcess.start(data, ["--line", pbx.link]);
    await until(async () => await server.health() === 200, 5000, "the line is open");
    const cookie = await signIn(server.origin, "kim", PASSWORD);
    const answer = await fetch(`${server.origin}/dial`, {
      method: "POST",
      headers: { cookie, Origin: server.origin, "HX-Request": "true" },
      body: new URLSearchParams({ number: "010-1234-5678" }),
    });
    equal(answer.status, 200, await answer.text());
    const { host_frames } = await pbx.finished();
    await server.stop();

    equal(host_frames, 1);
    const calls = await exportedCalls(data);
    equal(calls.length, 1);
    const { direction, number, extension, outcome, customerId } = calls[0]!;
    deepEqual({ direction, number, extension, outcome, customerId }, {
      direction: "out",
      number: "01012345678",
      extension: "202",
      outcome: "outbound",
      customerId: "C-000001",
    });
  },
});
