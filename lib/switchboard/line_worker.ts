/**
 * The thread of one line: it reads the line, stores what comes by a connection of its own, and acknowledges. No browser
 * is answered here. A defect ends this thread alone, and the switchboard starts another one.
 */
import { configureSync, type LogRecord } from "@logtape/logtape";
import { every } from "../base/keep.ts";
import { workerScope } from "../base/worker_scope.ts";
import { openStore } from "../store/open_store.ts";
import { DescriptorCell } from "../switches/serial/posix/descriptor_cell.ts";
import { LineAtWork } from "./line_at_work.ts";
import { switchOf } from "./switch_of.ts";
import type { FromLine, ToLine } from "./thread_messages.ts";

const ALIVE_EVERY_MS = 1000;
/** What could not be noted at once is tried again so often. */
const LATE_EVERY_MS = 1000;

const scope = workerScope<ToLine, FromLine>();
const tell = (message: FromLine) => scope.postMessage(message);
const living = new AbortController();
let opened: ReturnType<typeof open> | null = null;

configureSync({
  reset: true,
  sinks: { program: logged },
  loggers: [
    { category: ["logtape", "meta"], lowestLevel: "warning", sinks: ["program"] },
    { category: "belltower", lowestLevel: "debug", sinks: ["program"] },
  ],
});
every(ALIVE_EVERY_MS, "the sign of life", () => tell({ type: "alive" }), living.signal);

scope.onmessage = ({ data: message }) => {
  switch (message.type) {
    case "open":
      opened = open(message);
      break;
    case "perform":
      void perform(message);
      break;
    case "stop":
      void stop();
      break;
    default:
      message satisfies never;
  }
};

function open(message: Extract<ToLine, { type: "open" }>) {
  const { data, claims, claim, writing, line, virtualDay, descriptor } = message;
  const store = openStore(data, { existing: true, claims, claim, writing });
  const cell = new DescriptorCell(descriptor);
  const atWork = new LineAtWork(store, line, switchOf(line, store, { day: virtualDay, cell }), {
    onEvents: () => tell({ type: "events" }),
    onHeard: (_, result, ms) => tell({ type: "heard", result, ms }),
    onStatus: () => tell({ type: "status", status: atWork.status }),
  });
  every(LATE_EVERY_MS, "what waits to be noted", () => store.late.write(), living.signal);
  atWork.start();
  return { store, atWork };
}

async function perform({ request, command }: Extract<ToLine, { type: "perform" }>): Promise<void> {
  if (opened === null) return;
  tell({ type: "performed", request, outcome: await opened.atWork.perform(command) });
}

async function stop(): Promise<void> {
  await opened?.atWork.stop();
  opened?.store.close();
  living.abort();
  tell({ type: "stopped" });
  scope.close();
}

function logged(record: LogRecord): void {
  try {
    tell({ type: "logged", record });
  } catch {
    // Something in it cannot be sent to another thread.
    const { properties, message, ...rest } = record;
    const texts = Object.entries(properties).map(([name, value]) => [name, String(value)]);
    const sent = { ...rest, message: message.map(String), properties: Object.fromEntries(texts) };
    tell({ type: "logged", record: sent });
  }
}
