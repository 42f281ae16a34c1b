import { deepEqual, equal, throws } from "node:assert/strict";
import { serviceWatch, socketAddress } from "../../lib/service/service_watch.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";

/** Prints every datagram that comes to a socket, a line each. */
const RECEIVER = `import socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind(sys.argv[1])
print("bound", flush=True)
while True: print(s.recv(100).decode(), flush=True)`;

Deno.test({
  name: "systemd is told that the server is ready, that it lives, and that it stops",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    await using folder = await temporaryFolder();
    const path = `${folder.path}/notify`;
    const receiver = new Deno.Command("python3", {
      args: ["-c", RECEIVER, path],
      stdout: "piped",
    }).spawn();
    let heard = "";
    const reading = (async () => {
      for await (const part of receiver.stdout.pipeThrough(new TextDecoderStream())) heard += part;
    })();
    await until(() => heard === "bound\n");
    const values: Record<string, string> = { NOTIFY_SOCKET: path, WATCHDOG_USEC: "30000" };
    const watch = serviceWatch((name) => values[name])!;
    watch.ready();
    await until(() => heard.includes("WATCHDOG=1\nWATCHDOG=1\n"));
    watch.stopping();
    await until(() => heard.includes("STOPPING=1\n"));
    equal(heard.split("\n")[1], "READY=1");
    receiver.kill();
    await receiver.status;
    await reading;
  },
  // The interval that tells systemd of the main thread ends with the program.
  sanitizeOps: false,
  sanitizeResources: false,
});

Deno.test("without systemd nobody is told anything", () => {
  equal(serviceWatch(() => undefined), null);
  equal(serviceWatch(() => ""), null);
});

Deno.test("an abstract address begins with a zero and has none at its end", () => {
  deepEqual([...socketAddress("@ab")], [1, 0, 0, 97, 98]);
  deepEqual([...socketAddress("/a")], [1, 0, 47, 97, 0]);
  throws(() => socketAddress("/" + "a".repeat(108)), RangeError);
});
