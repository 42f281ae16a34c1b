// Another program, started with less than everything, that prints the ports that it finds.
import { listPorts } from "../../../lib/switches/serial/ports.ts";

Deno.stdout.writeSync(new TextEncoder().encode(JSON.stringify(listPorts())));
