// A worker of the line that opens the device, and then holds its thread for ever.
import type { FromLine, ToLine } from "../../../../lib/switches/pbx416/link/messages.ts";
import { openPort } from "../../../../lib/switches/serial/open_port.ts";
import { DescriptorCell } from "../../../../lib/switches/serial/posix/descriptor_cell.ts";
import { workerScope } from "../../../../lib/base/worker_scope.ts";

const scope = workerScope<ToLine, FromLine>();
scope.onmessage = ({ data }) => {
  if (data.type !== "open") return;
  const { port } = openPort(data.source, data.dialect.serial, new DescriptorCell(data.descriptor));
  scope.postMessage({ type: "opened", device: port.name, settings: port.settings });
  setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 0);
};
