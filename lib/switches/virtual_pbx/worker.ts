/** The virtual PBX's worker: the other end of the wire, on a thread of its own as a real one would be. */
import { ChannelPort } from "../serial/channel_port.ts";
import { PortDriver } from "../serial/port_driver.ts";
import { makePseudoTerminal } from "../serial/pseudo_terminal.ts";
import { timeOfDay } from "../../base/time_of_day.ts";
import { workerScope } from "../../base/worker_scope.ts";
import type { FromPbx, Play, ToPbx } from "./messages.ts";
import { officeDay, type Step } from "./office_day.ts";
import { Pbx, type PbxAction } from "./pbx.ts";

const scope = workerScope<ToPbx, FromPbx>();
const tell = (message: FromPbx) => scope.postMessage(message);
let running: { readonly pbx: Pbx; readonly driver: PortDriver<PbxAction> } | null = null;

scope.onmessage = ({ data: message }) => {
  switch (message.type) {
    case "start":
      start(message).then(end);
      break;
    case "play":
      running?.driver.do(running.pbx.play(performance.now()));
      break;
    case "stop":
      running?.driver.close();
      break;
    default:
      message satisfies never;
  }
};

async function start({ play, channel, ...how }: Extract<ToPbx, { type: "start" }>) {
  const { path, master } = channel === null
    ? makePseudoTerminal()
    : { path: null, master: new ChannelPort(channel) };
  const pbx = new Pbx({ ...how, steps: stepsOf(play) });
  const driver = new PortDriver<PbxAction>(master, pbx, (action) => {
    if (action.type === "write") driver.write(action.bytes);
    else if (action.type === "happened") tell({ ...action, at: timeOfDay(action.at) });
    else tell(action);
  });
  running = { pbx, driver };
  tell({ type: "ready", path });
  await driver.run();
}

function stepsOf(play: Play): Iterable<Step> {
  return play.kind === "day" ? officeDay(play.options) : play.steps;
}

function end(): void {
  tell({ type: "stopped" });
  scope.close();
}
