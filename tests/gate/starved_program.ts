/** A gate that takes more connections than there are descriptors; prints its port. */
import { Gate } from "../../lib/gate/gate.ts";

// As the product does: Deno's own start needs descriptors for it, and panics without, whenever that comes to its turn.
Deno.addSignalListener("SIGTERM", () => Deno.exit());

const gate = new Gate(() => new Response("still here"));
const { port } = gate.open({ hostname: "127.0.0.1", port: 0 }).address;
Deno.stdout.writeSync(new TextEncoder().encode(`${port}\n`));
