/** A gate that takes more connections than there are descriptors; prints its port. */
import { Gate } from "../../lib/gate/gate.ts";

const gate = new Gate(() => new Response("still here"));
const { port } = gate.open({ hostname: "127.0.0.1", port: 0 }).address;
Deno.stdout.writeSync(new TextEncoder().encode(`${port}\n`));
