import type { Happening, Rig, RigOptions } from "../switch_contract.ts";
import { testSwitchContract } from "../switch_contract.ts";
import { ToyExchange } from "./toy_exchange.ts";
import { ToySwitch } from "./toy_switch.ts";

/** Plays the script by itself, a step in a few milliseconds. */
function rig({ script, whenAsked }: RigOptions): Rig {
  const exchange = new ToyExchange();
  const theSwitch = new ToySwitch(exchange, whenAsked);
  const steps = [...script];
  const play = setInterval(() => {
    const step = exchange.listener === null ? undefined : steps.shift();
    if (step !== undefined) happens(exchange, step);
  }, 5);
  return {
    theSwitch,
    asked: () => theSwitch.asked,
    breaks() {
      theSwitch.lose();
      // It goes on without us, and nobody is told.
      for (const step of steps.splice(0)) happens(exchange, step);
    },
    mends: () => theSwitch.mend(),
    async [Symbol.asyncDispose]() {
      clearInterval(play);
      await theSwitch.stop();
    },
  };
}

function happens(exchange: ToyExchange, step: Happening): void {
  if (step === "answers") exchange.answers("202");
  else if (step === "ends") exchange.ends("202");
  else exchange.rings(step.rings, "202");
}

testSwitchContract("a switch that tells connections", {
  rig,
  whenAsked: ["does", "refuses", "says nothing"],
  mendable: true,
});
