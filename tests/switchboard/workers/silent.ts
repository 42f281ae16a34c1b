// A worker of the line that opens the device, and then holds its thread for ever, in the middle of a write.
import type { FromLine, ToLine } from "../../../lib/switchboard/thread_messages.ts";
import { openPort } from "../../../lib/switches/serial/open_port.ts";
import { DIALECT_416 } from "../../../lib/switches/pbx416/dialect/dialect_416.ts";
import { DescriptorCell } from "../../../lib/switches/serial/posix/descriptor_cell.ts";
import { Turn } from "../../../lib/store/turn.ts";
import { workerScope } from "../../../lib/base/worker_scope.ts";

const scope = workerScope<ToLine, FromLine>();
scope.onmessage = ({ data }) => {
  if (data.type !== "open") return;
  const { port } = openPort(
    { kind: "device", path: data.line.device },
    DIALECT_416.serial,
    new DescriptorCell(data.descriptor),
  );
  const { name: device, settings } = port;
  const status = { state: "open", code: null, text: null, device, settings, since: 0 } as const;
  scope.postMessage({ type: "status", status });
  const turn = new Turn(0, data.claims, data.claim);
  const wait = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  setTimeout(() => turn.take(wait), 0);
};
