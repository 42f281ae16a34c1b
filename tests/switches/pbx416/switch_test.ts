import { DIALECT_416 } from "../../../lib/switches/pbx416/dialect/dialect_416.ts";
import { Pbx416 } from "../../../lib/switches/pbx416/pbx416.ts";
import { ChannelPort } from "../../../lib/switches/serial/channel_port.ts";
import { makePseudoTerminal } from "../../../lib/switches/serial/pseudo_terminal.ts";
import { lacks } from "../../support/needs.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";
import { type Rig, type RigOptions, testSwitchContract } from "../switch_contract.ts";
import { FarEnd } from "./far_end.ts";

/** So that a test of what comes again does not wait for seconds. */
const timings = { ...DIALECT_416.timings, ackTimeoutMs: 300 };
const DIALECT = { ...DIALECT_416, timings };

const WHEN_ASKED = ["does", "refuses", "says nothing"] as const;

/** Over a device that can be unplugged and plugged in. */
async function overPseudoTerminal(options: RigOptions): Promise<Rig> {
  const folder = await temporaryFolder();
  const device = `${folder.path}/ttyPBX`;
  const far = new FarEnd(DIALECT, options);
  const plug = () => {
    const { path, master } = makePseudoTerminal();
    Deno.symlinkSync(path, device);
    void far.at(master);
  };
  plug();
  const theSwitch = new Pbx416({ kind: "device", path: device }, DIALECT);
  return {
    theSwitch,
    asked: () => far.asked,
    breaks() {
      Deno.removeSync(device);
      far.close();
    },
    mends: plug,
    async [Symbol.asyncDispose]() {
      await theSwitch.stop();
      far.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

function inProcess(options: RigOptions): Rig {
  const { port1, port2 } = new MessageChannel();
  const far = new FarEnd(DIALECT, options);
  void far.at(new ChannelPort(port1));
  const theSwitch = new Pbx416({ kind: "channel", port: port2 }, DIALECT);
  return {
    theSwitch,
    asked: () => far.asked,
    breaks: () => far.close(),
    mends: () => undefined,
    async [Symbol.asyncDispose]() {
      await theSwitch.stop();
      far.close();
    },
  };
}

testSwitchContract("a 416 at a pseudo-terminal", {
  rig: overPseudoTerminal,
  ignore: lacks("posix"),
  whenAsked: WHEN_ASKED,
  mendable: true,
});

testSwitchContract("a 416 in the process", {
  rig: inProcess,
  whenAsked: WHEN_ASKED,
  // The other end of a channel is gone for good.
  mendable: false,
});
