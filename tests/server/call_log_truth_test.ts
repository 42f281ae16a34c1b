import { deepEqual, equal } from "node:assert/strict";
import { sampleOffice } from "../../lib/demo/sample_office.ts";
import type { OfficeCall } from "../../lib/switches/virtual_pbx/office_truth.ts";
import { startVirtualPbx } from "../../lib/switches/virtual_pbx/virtual_pbx.ts";
import { DIALECTS } from "../../lib/switches/pbx416/dialect/dialect.ts";
import { LineAtWork } from "../../lib/switchboard/line_at_work.ts";
import { Pbx416 } from "../../lib/switches/pbx416/pbx416.ts";
import { startServer } from "../../lib/server/server.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { ensureLine } from "../../lib/store/lines.ts";
import { PbxModel } from "../support/pbx_model.ts";
import { exportedCalls, freePort, ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { differences, type TrueCall } from "../support/truth.ts";
import { lacks } from "../support/needs.ts";
import { until } from "../support/wait.ts";

Deno.test("the call log of an office day is what happened at the virtual PBX, call by call", async () => {
  await using folder = await temporaryFolder();
  const dialect = DIALECTS["416"]!;
  const truth: OfficeCall[] = [];
  const pbx = await startVirtualPbx({
    play: {
      kind: "day",
      options: {
        seed: 416,
        callsPerMinute: 2,
        trunks: dialect.trunks,
        extensions: dialect.extensions,
        numbers: sampleOffice().callers,
        count: 200,
      },
    },
    dialect,
    speed: 0,
    onCall: (call) => truth.push(call),
  });
  const store = openStore(folder.path, { exclusive: true });
  const { source } = pbx;
  ensureLine(store, source.kind === "device" ? source.path : "in the process", "416");
  const server = await startServer({
    config: {
      data: folder.path,
      http: { hostname: "127.0.0.1", port: freePort() },
      plainHttp: "loopback",
      https: null,
      line: null,
    },
    store,
    ...(source.kind === "device" ? {} : {
      lineFor: (line, listener) =>
        new LineAtWork(store, line, new Pbx416(source, dialect), listener),
    }),
  });
  // It begins at once: of a line that opened later, the time of the first call would be a guess.
  await until(() => isHealthy(server.origin), 60_000, "the line is open");
  pbx.play();
  await pbx.done;
  await server.stop();
  await pbx.stop();

  equal(truth.length, 200);
  equal(pbx.givenUp, 0);
  deepEqual(differences(truth.map(asTrueCall), await exportedCalls(folder.path)), []);
});

async function isHealthy(origin: string): Promise<boolean> {
  const response = await fetch(`${origin}/healthz`);
  await response.body?.cancel();
  return response.ok;
}

function asTrueCall(call: OfficeCall): TrueCall {
  const { trunk, direction, number, rang, answeredBy, outcome } = call;
  return {
    ...{ trunk, direction, number, rang, outcome },
    answered_by: answeredBy,
    start: call.startedAt,
    answer: call.answeredAt,
    end: call.endedAt,
  };
}

Deno.test({
  name: "the call log is what happened at an independent model of the PBX, call by call",
  ignore: lacks("the PBX model"),
  fn: async () => {
    await using folder = await temporaryFolder();
    const data = `${folder.path}/data`;
    const device = `${folder.path}/tty`;
    const server = await ServerProcess.start(data, ["--line", device]);
    // The cable is plugged in while the server waits for it.
    const pbx = new PbxModel(device, `${folder.path}/truth.jsonl`, [
      ...["--calls", "200", "--seed", "7", "--patient", "--wait", "0.5"],
    ]);
    await pbx.finished();
    await server.stop();

    const truth = await pbx.truth();
    equal(truth.length, 200);
    deepEqual(differences(truth, await exportedCalls(data)), []);
  },
});
