/**
 * The line's worker: the only thread that touches the device. It reads and answers the switch, and hears
 * the main thread at any time. A defect in here ends the worker, and the supervisor starts another one.
 */
import { LineRunner } from "./line_runner.ts";
import type { FromLine, ToLine } from "./link/messages.ts";
import { workerScope } from "../../base/worker_scope.ts";

const ALIVE_EVERY_MS = 1000;

const scope = workerScope<ToLine, FromLine>();
const tell = (message: FromLine) => scope.postMessage(message);
const alive = setInterval(() => tell({ type: "alive" }), ALIVE_EVERY_MS);
let runner: LineRunner | null = null;

scope.onmessage = ({ data: message }) => {
  switch (message.type) {
    case "open":
      runner = new LineRunner(message, tell);
      runner.run().then(end);
      break;
    case "stored":
      runner?.stored(message.seq);
      break;
    case "heard":
      runner?.heard();
      break;
    case "dial":
      runner?.dial(message.request, message.extension, message.digits);
      break;
    case "stop":
      if (runner === null) end();
      else runner.stop();
      break;
    default:
      message satisfies never;
  }
};

function end(): void {
  clearInterval(alive);
  tell({ type: "stopped" });
  scope.close();
}
