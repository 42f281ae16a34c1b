import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import type { Config } from "../../lib/config.ts";
import { parseProxies } from "../../lib/domain/trusted_proxies.ts";
import { openFront } from "../../lib/server/front.ts";
import { toPem } from "../../lib/certificates/pem.ts";
import { machineNames } from "../../lib/certificates/machine_names.ts";
import { hastyTime } from "../support/hasty_time.ts";
import { logOf } from "../support/log_of.ts";
import { freePort } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";

const HERE = { hostname: "127.0.0.1", port: 0 };

function config(data: string, more: Partial<Config> = {}): Config {
  const https = { ...HERE, byDefault: false, files: null, hsts: false };
  return { data, http: HERE, plainHttp: "loopback", https, line: null, ...more };
}

const told: Parameters<typeof openFront>[1] = (_, { transport, remoteAddr }) =>
  new Response(`${transport} ${(remoteAddr as Deno.NetAddr).hostname}`);

Deno.test("one server answers plainly and by HTTPS, with a certificate that its own authority made", async () => {
  await using folder = await temporaryFolder();
  const front = await openFront(config(folder.path), told);
  try {
    equal(await (await fetch(front.origin)).text(), "plain 127.0.0.1");
    const { port, authority, origins } = front.https!;
    equal(origins.join(), `https://127.0.0.1:${port}`);
    const caCerts = [toPem("CERTIFICATE", authority!.certificate)];
    using client = Deno.createHttpClient({ caCerts });
    equal(await (await fetch(origins[0]!, { client })).text(), "tls 127.0.0.1");
  } finally {
    front.close();
    await rejects(fetch(front.origin), TypeError);
    await front.gate.finish();
  }
});

Deno.test("a server that listens at every address tells browsers the machine's names and addresses", async () => {
  await using folder = await temporaryFolder();
  const https = { hostname: "0.0.0.0", port: 0, byDefault: false, files: null, hsts: false };
  const front = await openFront(config(folder.path, { https }), told);
  try {
    const { port, origins } = front.https!;
    const [name = ""] = machineNames().names;
    ok(origins.includes(`https://${name}:${port}`), origins.join());
    ok(!origins.join().includes("0.0.0.0"));
  } finally {
    front.close();
    await front.gate.finish();
  }
});

Deno.test("where there is room for all connections, the log says nothing of it", async () => {
  await using folder = await temporaryFolder();
  const log = await logOf(async () => {
    const front = await openFront(config(folder.path, { https: null }), told);
    front.close();
    await front.gate.finish();
  });
  deepEqual(log, []);
});

Deno.test("a trusted proxy says who asks and whether by TLS; anybody else's word is not heard", async () => {
  await using folder = await temporaryFolder();
  const headers = { "x-forwarded-for": "127.0.0.1, 203.0.113.5", "x-forwarded-proto": "https" };
  const answers = async (trusted: string) => {
    const trustedProxies = parseProxies(trusted)!;
    const front = await openFront(config(folder.path, { https: null, trustedProxies }), told);
    try {
      const told = async (headers: Record<string, string>) =>
        await (await fetch(front.origin, { headers })).text();
      return [await told(headers), await told({ ...headers, "x-forwarded-proto": "http" })];
    } finally {
      front.close();
      await front.gate.finish();
    }
  };
  deepEqual(await answers("127.0.0.0/8"), ["tls 203.0.113.5", "exposed 203.0.113.5"]);
  deepEqual(await answers("10.0.0.1"), ["plain 127.0.0.1", "plain 127.0.0.1"]);
  deepEqual(await answers(""), ["plain 127.0.0.1", "plain 127.0.0.1"]);
});

Deno.test("a taken address is told, with the option that names another", async () => {
  await using folder = await temporaryFolder();
  using time = hastyTime();
  using taken = Deno.listen(HERE);
  const at = { hostname: "127.0.0.1", port: taken.addr.port };
  await rejects(openFront(config(folder.path, { http: at }), told), {
    message: `127.0.0.1:${at.port} is in use by another program; --http takes another address`,
  });
  const https = { ...at, byDefault: false, files: null, hsts: false };
  const http = { hostname: "127.0.0.1", port: freePort() };
  await rejects(openFront(config(folder.path, { http, https }), told), {
    message: `127.0.0.1:${at.port} is in use by another program; --https takes another address`,
  });
  // Nothing of the start that failed stays behind.
  Deno.listen(http).close();
  await until(() => time.waiting === 0);
});

Deno.test("where nobody asked for HTTPS and its address is taken, the server goes on without", async () => {
  await using folder = await temporaryFolder();
  using taken = Deno.listen(HERE);
  const https = {
    ...{ hostname: "127.0.0.1", port: taken.addr.port },
    ...{ byDefault: true, files: null, hsts: false },
  };
  const front = await openFront(config(folder.path, { https }), told);
  equal(front.https, null);
  equal((await fetch(front.origin)).status, 200);
  front.close();
  await front.gate.finish();
});

Deno.test("a certificate of the office's own that cannot be used stops the start with the reason", async () => {
  await using folder = await temporaryFolder();
  const files = { certificate: `${folder.path}/none.crt`, key: `${folder.path}/none.key` };
  const https = { ...HERE, byDefault: false, files, hsts: false };
  await rejects(openFront(config(folder.path, { https }), told), /none\.crt cannot be read/);
  ok(![...Deno.readDirSync(folder.path)].some(({ name }) => name === "tls"));
});

Deno.test("what is wrong with an address is said", async () => {
  await using folder = await temporaryFolder();
  const http = { hostname: "no.such.host.invalid", port: 0 };
  await rejects(openFront(config(folder.path, { http }), told), (error: Error) => {
    match(error.message, /^no\.such\.host\.invalid:0 cannot be listened at: /);
    return true;
  });
  const elsewhere = { hostname: "192.0.2.77", port: 0 };
  await rejects(openFront(config(folder.path, { http: elsewhere }), told), {
    message: "192.0.2.77:0 cannot be listened at: 192.0.2.77 is no address of this machine; " +
      "--http takes one that is, or 0.0.0.0 for all",
  });
});
