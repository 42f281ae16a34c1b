import { deepEqual, equal, match, throws } from "node:assert/strict";
import { serviceWatch, socketAddress } from "../../lib/service/service_watch.ts";
import { latestVersion } from "../../lib/store/migrate.ts";
import { olderOffice } from "../support/older_office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";
import { lacks } from "../support/needs.ts";

/** Prints every datagram that comes to a socket, a line each. */
const RECEIVER = `import socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind(sys.argv[1])
print("bound", flush=True)
while True: print(s.recv(1000).decode(), flush=True)`;

/** What systemd would hear on the socket `path`. */
class Receiver implements AsyncDisposable {
  heard = "";
  readonly #process: Deno.ChildProcess;
  readonly #reading: Promise<void>;

  constructor(readonly path: string) {
    this.#process = new Deno.Command("python3", { args: ["-c", RECEIVER, path], stdout: "piped" })
      .spawn();
    this.#reading = this.#read();
  }

  async #read(): Promise<void> {
    const texts = this.#process.stdout.pipeThrough(new TextDecoderStream());
    for await (const part of texts) this.heard += part;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#process.kill();
    await this.#process.status;
    await this.#reading;
  }
}

Deno.test({
  name: "systemd is told that the server is ready, that it lives, and that it stops",
  ignore: lacks("linux", "python"),
  fn: async () => {
    await using folder = await temporaryFolder();
    await using systemd = new Receiver(`${folder.path}/notify`);
    await until(() => systemd.heard === "bound\n");
    const values: Record<string, string> = { NOTIFY_SOCKET: systemd.path, WATCHDOG_USEC: "30000" };
    const watch = serviceWatch((name) => values[name])!;
    watch.ready();
    await until(() => systemd.heard.includes("WATCHDOG=1\nWATCHDOG=1\n"));
    watch.stopping();
    await until(() => systemd.heard.includes("STOPPING=1\n"));
    equal(systemd.heard.split("\n")[1], "READY=1");
  },
  // The interval that tells systemd of the main thread ends with the program.
  sanitizeOps: false,
  sanitizeResources: false,
});

Deno.test({
  name: "while an older database is updated systemd is told at what it is, and to wait for hours",
  ignore: lacks("linux", "python"),
  fn: async () => {
    await using folder = await temporaryFolder();
    await using systemd = new Receiver(`${folder.path}/notify`);
    await until(() => systemd.heard === "bound\n");
    const data = `${folder.path}/data`;
    await Deno.mkdir(data);
    const steps = 3;
    olderOffice(`${data}/belltower.sqlite`, latestVersion() - steps);
    const server = await ServerProcess.start(data, [], 0, {
      ...{ NOTIFY_SOCKET: systemd.path, WATCHDOG_USEC: "30000000" },
    });
    await until(() => systemd.heard.includes("READY=1"));
    await server.stop();
    const told = systemd.heard.slice(0, systemd.heard.indexOf("READY=1"));
    match(told, /^STATUS=Updating the database.*: a copy of it is made first$/m);
    for (let step = 1; step <= steps; step++) {
      match(told, new RegExp(`^STATUS=Updating the database.*: step ${step} of ${steps}$`, "m"));
    }
    match(told, /^STATUS=Updating the database.*: every reference is checked$/m);
    // The copy, the check before and the one behind.
    equal(told.split("EXTEND_TIMEOUT_USEC=14400000000").length - 1, steps + 3);
    // Afterwards a main thread that hangs is noticed as ever.
    match(systemd.heard.slice(told.length), /^WATCHDOG_USEC=30000000$/m);
    match(server.log, new RegExp(`step ${steps} of ${steps}`));
  },
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
