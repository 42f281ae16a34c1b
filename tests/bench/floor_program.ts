/**
 * The floor of `popup`: the shortest program that passes a byte from a terminal to an event stream. No frame,
 * no call, no database, no person: what the platform itself takes. Arguments: device, port.
 */
const [device, port] = Deno.args;
const clients = new Set<ReadableStreamDefaultController<Uint8Array>>();
const encoder = new TextEncoder();

Deno.serve({ hostname: "127.0.0.1", port: Number(port), onListen: () => undefined }, () => {
  let mine: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      mine = controller;
      clients.add(mine);
      controller.enqueue(encoder.encode(": hello\n\n"));
    },
    cancel: () => void clients.delete(mine),
  });
  return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
});

const terminal = await Deno.open(device!, { read: true, write: true });
const buffer = new Uint8Array(4096);
for (;;) {
  const size = await terminal.read(buffer);
  if (size === null) break;
  for (const client of clients) client.enqueue(encoder.encode(`event: call\ndata: ${size}\n\n`));
}
