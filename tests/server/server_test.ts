import { doesNotMatch, match, throws } from "node:assert/strict";
import { openSerialDevice } from "../../lib/switches/serial/posix/serial_device.ts";
import { startServer } from "../../lib/server/server.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { createLine } from "../../lib/store/line_settings.ts";
import { lacks } from "../support/needs.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { freePort } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { TestPbx } from "../support/test_pbx.ts";

/** A form of which the first half is with the server. */
class HalfForm implements Disposable {
  private constructor(private readonly connection: Deno.TcpConn) {}

  static async begin(origin: string, cookie: string): Promise<HalfForm> {
    const { hostname, port, host } = new URL(origin);
    const form = new HalfForm(await Deno.connect({ hostname, port: Number(port) }));
    await form.#write([
      ...["POST /presence HTTP/1.1", `Host: ${host}`, `Origin: ${origin}`, `Cookie: ${cookie}`],
      ...["Content-Type: application/x-www-form-urlencoded", "Content-Length: 23", "", "state"],
    ].join("\r\n"));
    // The server has it when it has answered somebody who came later.
    await (await fetch(`${origin}/login`)).body?.cancel();
    return form;
  }

  /** Sends the rest; the answer. */
  async finish(): Promise<string> {
    await this.#write("=available&reason=");
    const buffer = new Uint8Array(4096);
    const length = await this.connection.read(buffer) ?? 0;
    return new TextDecoder().decode(buffer.subarray(0, length));
  }

  [Symbol.dispose](): void {
    this.connection.close();
  }

  #write(text: string): Promise<number> {
    return this.connection.write(new TextEncoder().encode(text));
  }
}

Deno.test({
  name:
    "a server that stops answers the form that is being sent, ends the streams, and leaves line and data to the next",
  ignore: lacks("posix"),
  fn: async () => {
    await using folder = await temporaryFolder();
    using pbx = new TestPbx();
    const data = folder.path;
    await furnishOffice(data);
    const store = openStore(data, { exclusive: true });
    createLine(store, { label: "", device: pbx.device, dialect: "416" });
    const http = { hostname: "127.0.0.1", port: freePort() };
    const server = await startServer({
      config: { data, http, plainHttp: "loopback", https: null, line: null },
      store,
    });
    await pbx.tell("c", "120201012345678");
    const line = { baudRate: 9600, dataBits: 8, parity: "none", stopBits: 1 } as const;
    throws(() => openSerialDevice(pbx.device, line), { code: "in_use" });
    const cookie = await signIn(server.origin, "kim", PASSWORD);
    const stream = await fetch(`${server.origin}/live`, { headers: { cookie } });
    using form = await HalfForm.begin(server.origin, cookie);
    const opened = server.stop().then(() => openSerialDevice(pbx.device, line));
    match(await form.finish(), /^HTTP\/1\.1 200 /);
    (await opened).port.close();
    // It was ended, and not broken off.
    match(await stream.text(), /event: hello/);
    openStore(data, { exclusive: true }).close();
  },
});

Deno.test("an office is not told that it is a demo", async () => {
  await using folder = await temporaryFolder();
  const data = folder.path;
  await furnishOffice(data);
  const store = openStore(data, { exclusive: true });
  const http = { hostname: "127.0.0.1", port: freePort() };
  const server = await startServer({
    config: { data, http, plainHttp: "loopback", https: null, line: null },
    store,
  });
  try {
    const headers = { cookie: await signIn(server.origin, "kim", PASSWORD) };
    const page = await (await fetch(`${server.origin}/desk`, { headers })).text();
    match(page, /김상담/);
    doesNotMatch(page, /demo_line/);
  } finally {
    await server.stop();
  }
});
