/**
 * A server that tells its browsers of a call, in a process of its own: `fan_out_program.ts bare|hub|gate PORT STREAMS`.
 * `bare` is the least that does it: one chunk, encoded once, into each stream. `hub` is the office's: its web, its
 * database, from whose table it reads the event, a person and a session behind each stream; with `gate` it stands behind
 * its gate, as the server's does. All answer the same paths: `/publish` tells everybody, and answers when it has, with how
 * long that took and how much of the processor this process has used so far, in ms.
 */
import process from "node:process";
import { Gate } from "../../lib/gate/gate.ts";
import type { Caller } from "../../lib/gate/requests.ts";
import { HUB_LIMITS } from "../../lib/live/hub.ts";
import { noteCallEvent } from "../../lib/store/call_events.ts";
import { WebOffice } from "../support/web_office.ts";

type From = Deno.ServeHandlerInfo<Deno.NetAddr> | Caller;

interface Hub {
  readonly cookies: readonly string[];
  /** A stream for the cookie of the request. */
  open(request: Request, from: From): Response | Promise<Response>;
  publish(): void;
}

const [kind, port, streams] = Deno.args;
const hub = kind === "bare" ? bareHub() : officeHub(Number(streams));
const address = { hostname: "127.0.0.1", port: Number(port) };
if (kind === "gate") new Gate(answer).open(address);
else Deno.serve({ ...address, onListen: () => undefined }, answer);
// With which cookies the streams are opened, one each.
Deno.stdout.writeSync(new TextEncoder().encode(`${JSON.stringify(hub.cookies)}\n`));

function answer(request: Request, from: From): Response | Promise<Response> {
  if (!request.url.endsWith("/publish")) return hub.open(request, from);
  const start = performance.now();
  hub.publish();
  const took = performance.now() - start;
  const { user, system } = process.cpuUsage();
  return Response.json({ took, cpu: (user + system) / 1000 });
}

function bareHub(): Hub {
  const open = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const encoder = new TextEncoder();
  const call = { callId: 1, trunk: "1", extension: "202", state: "ringing", ringing: ["202"] };
  const data = { ...call, direction: "in", number: "01012345678", customerId: null };
  let id = 0;
  return {
    cookies: Array(Number(streams)).fill(""),
    open: () => {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          open.add(controller);
          controller.enqueue(encoder.encode(": hello\n\n"));
        },
      });
      return new Response(body, { headers: { "content-type": "text/event-stream" } });
    },
    publish: () => {
      const text = `id: b-${++id}\nevent: call\ndata: ${JSON.stringify(data)}\n\n`;
      const chunk = encoder.encode(text);
      for (const controller of open) controller.enqueue(chunk);
    },
  };
}

/** One in five sees every call; the others are told that the board is different. */
function officeHub(count: number): Hub {
  const staff = Array.from(
    { length: count },
    (_, i) => [`p${i}`, `사람 ${i}`, i % 5 === 0 ? "supervisor" : "agent", null] as const,
  );
  const office = new WebOffice({ ...HUB_LIMITS, streams: count }, {}, staff);
  office.now = Date.now();
  const call = office.rings("1", "202", "01012345678");
  office.store.onCommit(() => undefined);
  let noted = false;
  const next = () => {
    if (!noted) noteCallEvent(office.store, call, Date.now());
    noted = true;
  };
  next();
  return {
    cookies: staff.map(([login]) => office.browser(login).cookie),
    open: (request, from) => office.app.fetch(request, from),
    publish: () => {
      // Where the last one was told faster than that.
      next();
      office.hub.read();
      noted = false;
      // The next one, once this one is told: what is measured is not its commit.
      setTimeout(next, 3);
    },
  };
}
