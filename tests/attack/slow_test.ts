import { ok } from "node:assert/strict";
import { target } from "./target.ts";

const SLOWEST_MS = 60_000;

/** Writes these bytes, then one byte a second for ever; resolves when the server has closed, with what it said. */
async function dripping(start: string): Promise<string> {
  const { hostname, port } = new URL(target().origin);
  const connection = await Deno.connect({ hostname, port: Number(port) });
  await connection.write(new TextEncoder().encode(start));
  const drip = setInterval(() => {
    connection.write(new TextEncoder().encode("a")).catch(() => clearInterval(drip));
  }, 1000);
  let said = "";
  try {
    for await (const part of connection.readable) said += new TextDecoder().decode(part);
  } catch (error) {
    // A reset ends it, too.
    if (!(error instanceof Error)) throw error;
  }
  clearInterval(drip);
  return said;
}

Deno.test("whoever sends slowly is sent away: headers, bodies, TLS handshakes and nothing at all", async () => {
  const { origin, secure } = target();
  const host = new URL(origin).host;
  const head = `POST /login HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\n`;
  const form = "Content-Type: application/x-www-form-urlencoded\r\n";
  const within = async (work: Promise<unknown>, what: string) => {
    const start = performance.now();
    await work;
    const took = performance.now() - start;
    ok(took < SLOWEST_MS, `${what} took ${Math.round(took)} ms`);
  };
  await Promise.all([
    within(dripping(`GET / HTTP/1.1\r\nHost: ${host}\r\nX-A: `), "slow headers"),
    within(dripping(""), "a slow request line"),
    within(dripping(`${head}${form}Content-Length: 100000\r\n\r\nlogin=`), "a slow body"),
    within(
      dripping(`${head}${form}Transfer-Encoding: chunked\r\n\r\n5\r\nlogin\r\nffff\r\n`),
      "slow chunks",
    ),
    within(silent(Number(new URL(origin).port)), "silence"),
    within(silent(Number(new URL(secure).port), "\x16\x03\x01\x02\x00"), "half a handshake"),
  ]);
});

async function silent(port: number, start = ""): Promise<void> {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port });
  await connection.write(new TextEncoder().encode(start));
  try {
    while (await connection.read(new Uint8Array(100)) !== null);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}
