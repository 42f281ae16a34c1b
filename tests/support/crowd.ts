import { equal, ok } from "node:assert/strict";
import { connect, type Socket } from "node:net";
import { furnishOffice, PASSWORD } from "./office.ts";
import { freePort, ServerProcess } from "./server_process.ts";
import { signIn } from "./sign_in.ts";
import { temporaryFolder } from "./temporary_folder.ts";
import { TestPbx } from "./test_pbx.ts";
import { until } from "./wait.ts";

/**
 * Has a server that may open `descriptors` files meet `connections` silent connections from five addresses, half to
 * each of its ports, and asks of it what an office asks meanwhile. `program` is the words that start it.
 */
export async function crowd(
  program: readonly string[],
  descriptors: number,
  connections: number,
): Promise<void> {
  await using folder = await temporaryFolder();
  await furnishOffice(`${folder.path}/data`);
  using pbx = new TestPbx();
  const before = Deno.env.get("BELLTOWER_EXECUTABLE");
  Deno.env.set("BELLTOWER_EXECUTABLE", await limited(folder.path, program, descriptors));
  const https = freePort();
  const args = ["--line", pbx.device, "--https", `127.0.0.1:${https}`];
  const server = await ServerProcess.start(`${folder.path}/data`, args).finally(() => {
    if (before === undefined) Deno.env.delete("BELLTOWER_EXECUTABLE");
    else Deno.env.set("BELLTOWER_EXECUTABLE", before);
  });
  const silent: Socket[] = [];
  try {
    const cookie = await signIn(server.origin, "kim", PASSWORD);
    for (let i = 0; i < connections; i++) {
      silent.push(await silence(i % 2 === 0 ? https : server.port, `127.0.0.${2 + i % 5}`));
    }
    const page = await fetch(`${server.origin}/customers`, { headers: { cookie } });
    equal(page.status, 200, "an agent's page");
    ok((await page.text()).includes("이영희"));
    await pbx.tell("A", "2010-1234-5678");
    await until(async () => await server.health() === 200, 5000, "the server is well");
    ok(server.log.includes("LimitNOFILE="), "the log says what would help");
    equal(server.log.includes("Too many open files"), false, server.log);
  } finally {
    for (const socket of silent) socket.destroy();
  }
  await server.stop();
}

/** A program in `folder` that starts `program` with so many descriptors and no way to have more. */
async function limited(
  folder: string,
  program: readonly string[],
  descriptors: number,
): Promise<string> {
  const path = `${folder}/limited`;
  const words = program.map((word) => `'${word}'`).join(" ");
  const text = `#!/bin/sh\nulimit -n ${descriptors}\nexec ${words} "$@"\n`;
  await Deno.writeTextFile(path, text, { mode: 0o755 });
  return path;
}

/** A connection on which nothing is said; it may be closed by the server at any time. */
function silence(port: number, localAddress: string): Promise<Socket> {
  const socket = connect({ host: "127.0.0.1", port, localAddress });
  return new Promise((resolve) => {
    socket.once("connect", () => resolve(socket));
    socket.once("error", () => resolve(socket));
    socket.on("error", () => undefined);
  });
}
