import { deepEqual, doesNotMatch, equal } from "node:assert/strict";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const HERE = "Host: 127.0.0.1";

/** What is sent as the head of a request, and the status of its answer. */
const ODD: readonly (readonly [head: string, status: number])[] = [
  ["CONNECT bank.example:443 HTTP/1.1\r\nHost: bank.example:443", 405],
  [`CONNECT 127.0.0.1:8416 HTTP/1.1\r\n${HERE}`, 405],
  [`TRACE / HTTP/1.1\r\n${HERE}`, 405],
  [`TRACK /healthz HTTP/1.1\r\n${HERE}`, 405],
  [`get /healthz HTTP/1.1\r\n${HERE}`, 405],
  [`Head /healthz HTTP/1.1\r\n${HERE}`, 405],
  [`post / HTTP/1.1\r\n${HERE}`, 405],
  ["GET /healthz HTTP/1.1\r\nHost: a b", 400],
  ["GET /healthz HTTP/1.1\r\nHost: [::", 400],
  [`GET http://127.0.0.1:99999/healthz HTTP/1.1\r\n${HERE}`, 400],
  [`GET healthz HTTP/1.1\r\n${HERE}`, 400],
  [`GET /healthz HTTP/1.1\r\n${HERE}\r\nHost: bank.example`, 400],
  [`GET http://bank.example/healthz HTTP/1.1\r\n${HERE}`, 421],
  ["GET /healthz HTTP/1.1\r\nHost: bank.example", 421],
  // Nobody has set the office up: that is what everything else is told.
  [`OPTIONS * HTTP/1.1\r\n${HERE}`, 503],
  [`PROPFIND / HTTP/1.1\r\n${HERE}`, 503],
  [`GET http://127.0.0.1/healthz HTTP/1.1\r\n${HERE}`, 200],
  [`HEAD /healthz HTTP/1.1\r\n${HERE}`, 200],
];

/** All that comes back for a request with this head. */
async function answerTo(port: number, head: string): Promise<string> {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port });
  await connection.write(new TextEncoder().encode(`${head}\r\nConnection: close\r\n\r\n`));
  return await new Response(connection.readable).text();
}

/** The first line of the answer says it. */
async function statusOf(port: number, head: string): Promise<number> {
  return Number(/^HTTP\/1\.[01] (\d+)/.exec(await answerTo(port, head))?.[1]);
}

Deno.test("odd methods and targets get an answer that says what is wrong, and are no fault of the server's", async () => {
  await using folder = await temporaryFolder();
  const server = await ServerProcess.start(folder.path, []);
  const found = [];
  for (const [head] of ODD) found.push([head, await statusOf(server.port, head)]);
  deepEqual(found, ODD);
  doesNotMatch(server.log, /TypeError|Invalid URL|ERR/);
  await server.stop();
});

Deno.test("an answer to HEAD says the length that a GET has, or none where nobody knows it", async () => {
  await using folder = await temporaryFolder();
  const server = await ServerProcess.start(folder.path, []);
  const head = async (path: string, more = "") => {
    const text = await answerTo(server.port, `HEAD ${path} HTTP/1.1\r\n${HERE}${more}`);
    equal(text.slice(text.indexOf("\r\n\r\n")), "\r\n\r\n", path);
    return /^content-length: (\d+)\r$/im.exec(text)?.[1] ?? null;
  };
  const script = await fetch(`${server.origin}/static/shell/page.js`);
  const { length } = await script.bytes();
  equal(await head("/static/shell/page.js"), String(length));
  const zipped = Number(await head("/static/shell/page.js", "\r\nAccept-Encoding: gzip"));
  equal(zipped > 0 && zipped !== length, true, `${zipped} bytes in gzip, ${length} without`);
  deepEqual([await head("/setup"), await head("/healthz")], [null, null]);
  await server.stop();
});
