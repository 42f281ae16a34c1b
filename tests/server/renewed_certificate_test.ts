import { equal, ok } from "node:assert/strict";
import { connect } from "node:tls";
import { toPem } from "../../lib/certificates/pem.ts";
import { openFront } from "../../lib/server/front.ts";
import { Keepers } from "../../lib/server/keepers.ts";
import { hastyTime } from "../support/hasty_time.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";

const HERE = { hostname: "127.0.0.1", port: 0 };
/** A certificate is renewed 60 days before the end of its 180. */
const RENEWED_AFTER_MS = 130 * 86_400_000;

/** The fingerprint of the certificate that somebody sees who connects now. */
function shownAt(port: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect({ host: "127.0.0.1", port, rejectUnauthorized: false }, () => {
    resolve(socket.getPeerCertificate().fingerprint256);
    socket.destroy();
  });
  socket.on("error", reject);
  return promise;
}

Deno.test("a certificate that was renewed is shown to whoever connects, without a new start", async () => {
  await using folder = await temporaryFolder();
  using time = hastyTime();
  const https = { ...HERE, byDefault: false, files: null, hsts: false };
  const config = {
    data: folder.path,
    http: HERE,
    plainHttp: "loopback",
    https,
    line: null,
  } as const;
  const portOf = (address: Deno.Addr) => String((address as Deno.NetAddr).port);
  const front = await openFront(config, (_, caller) => new Response(portOf(caller.remoteAddr)));
  const stop = new AbortController();
  try {
    const { port, authority, renewal: round } = front.https!;
    const keeper = { name: "certificate", first: 60_000, round } as const;
    new Keepers().start([keeper], stop.signal);
    const caCerts = [toPem("CERTIFICATE", authority!.certificate)];
    using client = Deno.createHttpClient({ caCerts, http2: true });
    const connections = new Set<string>();
    for (let i = 0; i < 50; i++) {
      const response = await fetch(`https://127.0.0.1:${port}/`, { client });
      connections.add(await response.text());
    }
    equal(connections.size, 1, "as long as it is the same, nobody is asked to come again");
    const first = await shownAt(port);
    ok(first);
    time.pass(RENEWED_AFTER_MS);
    // Who asks too often is sent away for a moment.
    await until(
      async () => await shownAt(port).catch(() => first) !== first,
      20_000,
      "another one is shown",
    );
  } finally {
    stop.abort();
    front.close();
    await front.gate.finish();
  }
  await until(() => time.waiting === 0, 20_000, "nothing goes on behind the end");
});
