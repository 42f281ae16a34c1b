// Another program that opens a device: prints `opened`, or the code of the error; `hold` keeps it open.
import { openSerialDevice } from "../../../lib/line/posix/serial_device.ts";
import { PortError } from "../../../lib/line/port.ts";

const [path = "", mode] = Deno.args;
const write = (line: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
try {
  openSerialDevice(path, { baudRate: 9600, dataBits: 8, parity: "none", stopBits: 1 });
  write("opened");
  if (mode === "hold") setInterval(() => {}, 60_000);
} catch (error) {
  if (!(error instanceof PortError)) throw error;
  write(error.code);
}
