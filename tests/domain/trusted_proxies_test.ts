import { deepEqual, equal } from "node:assert/strict";
import { isTrustedProxy, parseProxies, wayOf } from "../../lib/domain/trusted_proxies.ts";

const PROXIES = parseProxies("127.0.0.1, 10.0.0.0/24, fd00::1")!;

function addressOf(peer: string, forwarded: string | null, proxies = PROXIES): string {
  return wayOf(peer, (name) => name === "x-forwarded-for" ? forwarded : null, proxies).address;
}

Deno.test("a proxy is trusted only where it was named", () => {
  equal(isTrustedProxy("127.0.0.1", PROXIES), true);
  equal(isTrustedProxy("::ffff:10.0.0.9", PROXIES), true);
  equal(isTrustedProxy("10.0.1.9", PROXIES), false);
  equal(isTrustedProxy("127.0.0.1", parseProxies("")!), false);
  equal(parseProxies("127.0.0.1,proxy.office"), null);
});

Deno.test("whoever is no trusted proxy is not believed who they ask for", () => {
  equal(addressOf("192.168.0.7", "203.0.113.5"), "192.168.0.7");
  equal(addressOf("127.0.0.1", "203.0.113.5", []), "127.0.0.1");
});

Deno.test("of what a proxy hands on, the last address that is no proxy is who asks", () => {
  equal(addressOf("127.0.0.1", "203.0.113.5"), "203.0.113.5");
  equal(addressOf("127.0.0.1", "1.1.1.1, 203.0.113.5, 10.0.0.2"), "203.0.113.5");
  equal(addressOf("fd00::1", "2001:DB8::5"), "2001:db8::5");
  equal(addressOf("127.0.0.1", "[2001:db8::5]:443"), "2001:db8::5");
  equal(addressOf("127.0.0.1", "203.0.113.5:1234"), "203.0.113.5");
  equal(addressOf("127.0.0.1", "::ffff:203.0.113.5"), "203.0.113.5");
  equal(addressOf("127.0.0.1", null), "127.0.0.1");
});

Deno.test("an address that cannot be read hides nobody behind it", () => {
  equal(addressOf("127.0.0.1", "unknown"), "127.0.0.1");
  equal(addressOf("127.0.0.1", "1.1.1.1, <script>, 10.0.0.2"), "10.0.0.2");
  equal(addressOf("127.0.0.1", "1.1.1.1,"), "127.0.0.1");
  equal(addressOf("127.0.0.1", "999.1.1.1"), "127.0.0.1");
});

Deno.test("a proxy says whether it got the request by TLS, and nobody else does", () => {
  const byTls = (peer: string, scheme: string | null) =>
    wayOf(peer, (name) => name === "x-forwarded-proto" ? scheme : null, PROXIES).byTls;
  deepEqual(
    [["10.0.0.2", "https"], ["10.0.0.2", "HTTP"], ["10.0.0.2", "http, https"], ["10.0.0.2", null]]
      .map(([peer, scheme]) => byTls(peer!, scheme!)),
    [true, false, true, null],
  );
  equal(byTls("192.168.0.7", "https"), null);
});
