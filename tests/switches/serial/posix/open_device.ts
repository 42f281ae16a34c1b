// Another program that opens a device: prints `opened`, or the code of the error; `hold` keeps it open, `close` closes
// it, `end` does what is done for a worker that was ended.
import { DescriptorCell } from "../../../../lib/switches/serial/posix/descriptor_cell.ts";
import {
  closeCell,
  openSerialDevice,
} from "../../../../lib/switches/serial/posix/serial_device.ts";
import { PortError } from "../../../../lib/switches/serial/port.ts";

const [path = "", mode] = Deno.args;
const write = (line: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
try {
  const line = { baudRate: 9600, dataBits: 8, parity: "none", stopBits: 1 } as const;
  const cell = new DescriptorCell();
  const { port } = openSerialDevice(path, line, { cell });
  write("opened");
  if (mode === "close") port.close();
  if (mode === "end") closeCell(cell);
  if (mode === "hold") setInterval(() => {}, 60_000);
} catch (error) {
  if (!(error instanceof PortError)) throw error;
  write(error.code);
}
