import { DIALECT_416 } from "../../../lib/switches/pbx416/dialect/dialect_416.ts";
import type { Step } from "../../../lib/switches/virtual_pbx/office_day.ts";
import { VirtualSwitch } from "../../../lib/switches/virtual_pbx/virtual_switch.ts";
import { lacks } from "../../support/needs.ts";
import {
  type Happening,
  type Rig,
  type RigOptions,
  testSwitchContract,
} from "../switch_contract.ts";

const timings = { ...DIALECT_416.timings, ackTimeoutMs: 300 };
const DIALECT = { ...DIALECT_416, timings };

function stepOf(what: Happening): Step {
  const about = { at: 0, trunk: "1", extension: "202" };
  if (what === "answers") return { ...about, mi: "N", number: "" };
  if (what === "ends") return { ...about, mi: "F", number: "" };
  return { ...about, mi: "c", number: what.rings ?? "P" };
}

function rigOver(over: "pseudo_terminal" | "channel") {
  return ({ script }: RigOptions): Rig => {
    const theSwitch = new VirtualSwitch({
      dialect: DIALECT,
      over,
      // Each step as soon as the one before is acknowledged.
      speed: 0,
      play: () => ({ kind: "steps", steps: script.map(stepOf) }),
    });
    return {
      theSwitch,
      asked: () => null,
      breaks: () => undefined,
      mends: () => undefined,
      async [Symbol.asyncDispose]() {
        await theSwitch.stop();
      },
    };
  };
}

for (const over of ["pseudo_terminal", "channel"] as const) {
  testSwitchContract(`a virtual PBX over a ${over}`, {
    rig: rigOver(over),
    ignore: over === "pseudo_terminal" && lacks("posix"),
    whenAsked: ["does"],
    mendable: false,
  });
}
