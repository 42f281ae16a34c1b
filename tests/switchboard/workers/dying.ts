// A worker of the line that opens the device, and then fails.
import type { FromLine, ToLine } from "../../../lib/switchboard/thread_messages.ts";
import { openPort } from "../../../lib/switches/serial/open_port.ts";
import { DIALECT_416 } from "../../../lib/switches/pbx416/dialect/dialect_416.ts";
import { DescriptorCell } from "../../../lib/switches/serial/posix/descriptor_cell.ts";
import { workerScope } from "../../../lib/base/worker_scope.ts";

workerScope<ToLine, FromLine>().onmessage = ({ data }) => {
  if (data.type !== "open") return;
  openPort(
    { kind: "device", path: data.line.device },
    DIALECT_416.serial,
    new DescriptorCell(data.descriptor),
  );
  throw new Error("died with the device open");
};
