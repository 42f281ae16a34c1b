import { equal, ok } from "node:assert/strict";
import { connect, type Socket } from "node:net";
import { until } from "../support/wait.ts";
import { testPermissions } from "../support/test_permissions.ts";

const PROGRAM = new URL("starved_program.ts", import.meta.url).pathname;

Deno.test("a server behind the gate that found no descriptor and ended is followed by another", async () => {
  const words = ["run", ...testPermissions(), "--no-check", PROGRAM];
  const child = new Deno.Command("sh", {
    args: ["-c", 'ulimit -n 120; exec "$0" "$@"', Deno.execPath(), ...words],
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const errors = new Response(child.stderr).text();
  let ended = false;
  child.status.then(() => ended = true);
  const reader = child.stdout.getReader();
  const port = Number(new TextDecoder().decode((await reader.read()).value));
  // What a program opens when it is asked for the first time is open before the crowd comes.
  equal(await (await fetch(`http://127.0.0.1:${port}/`)).text(), "still here");
  const crowd: Socket[] = [];
  for (let i = 0; i < 150; i++) {
    const socket = connect({ host: "127.0.0.1", port });
    socket.on("error", () => undefined);
    crowd.push(socket);
  }
  await until(() => crowd.filter((socket) => !socket.connecting).length === 150);
  for (const socket of crowd) socket.destroy();
  const answer = await until(async () => {
    if (ended) throw new Error(`the program ended: ${await errors}`);
    try {
      return await (await fetch(`http://127.0.0.1:${port}/`)).text();
    } catch (error) {
      if (error instanceof TypeError) return null;
      throw error;
    }
  }, 10_000);
  equal(answer, "still here");
  ok(!ended);
  child.kill("SIGKILL");
  await Promise.all([reader.cancel(), errors, child.status]);
});
