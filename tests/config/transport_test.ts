import { deepEqual, equal, throws } from "node:assert/strict";
import { settle } from "../../lib/config/settings.ts";
import { transportOf } from "../../lib/config/transport.ts";

const of = (options: Record<string, string>) =>
  transportOf(settle({ options, env: () => undefined, file: null, stored: null }));

Deno.test("by default this machine is served plainly, and the network by HTTPS", () => {
  deepEqual(of({}), {
    http: { hostname: "127.0.0.1", port: 8416 },
    plainHttp: "loopback",
    https: { hostname: "0.0.0.0", port: 8443, byDefault: true, files: null, hsts: false },
    trustedProxies: [],
    publicUrls: [],
  });
});

Deno.test("proxies are trusted where they are named, and a name that is no address is refused", () => {
  equal(of({ "trusted-proxy": "127.0.0.1,10.0.0.0/24" }).trustedProxies?.length, 2);
  throws(() => of({ "trusted-proxy": "proxy.office" }), {
    name: "ConfigError",
    message: "trusted-proxy proxy.office (option --trusted-proxy): " +
      "expected addresses or networks such as 127.0.0.1,10.0.0.0/24",
  });
});

Deno.test("where somebody asked for HTTPS, it is no option any more", () => {
  equal(of({ https: "0.0.0.0:8443" }).https?.byDefault, false);
  equal(of({ cert: "a.pem", key: "b.pem" }).https?.byDefault, false);
  deepEqual(of({ cert: "a.pem", key: "b.pem" }).https?.files, {
    certificate: "a.pem",
    key: "b.pem",
  });
  equal(of({ hsts: "on" }).https?.hsts, true);
  equal(of({ https: "off" }).https, null);
});

Deno.test("without HTTPS nobody is served across the network, unless that was said in so many words", () => {
  for (const http of ["0.0.0.0:8416", "192.168.0.2:8416", "[::]:8416", "office.local:80"]) {
    throws(() => of({ http, https: "off" }), {
      name: "ConfigError",
      message: /everybody on that network can read along.*--plain-http network allows it/,
    });
    equal(of({ http, https: "off", "plain-http": "network" }).plainHttp, "network");
    equal(of({ http }).plainHttp, "loopback");
  }
  for (const http of ["127.0.0.1:1", "localhost:1", "[::1]:1", "127.9.9.9:1"]) {
    equal(of({ http, https: "off" }).https, null);
  }
});

Deno.test("half a certificate, or one for nothing, is refused", () => {
  throws(() => of({ cert: "a.pem" }), { message: /--cert and --key need each other/ });
  throws(() => of({ key: "a.pem" }), { message: /--cert and --key need each other/ });
  throws(() => of({ cert: "a", key: "b", https: "off" }), { message: /--https is off/ });
  throws(() => of({ https: "8443" }), { message: /--https 8443: expected HOST:PORT/ });
});
