import { deepEqual, equal } from "node:assert/strict";
import { isIn, networkOf, parseNetwork } from "../../lib/domain/network.ts";
import { normalAddress } from "../../lib/domain/network_address.ts";

const isInside = (address: string, ...networks: string[]) =>
  isIn(address, networks.map((text) => parseNetwork(text)!));

Deno.test("an address lies in the networks whose first bits it has", () => {
  equal(isInside("10.1.2.3", "10.0.0.0/8"), true);
  equal(isInside("11.1.2.3", "10.0.0.0/8"), false);
  equal(isInside("192.168.0.7", "192.168.0.7"), true);
  equal(isInside("192.168.0.8", "192.168.0.7"), false);
  equal(isInside("192.168.0.129", "192.168.0.0/25"), false);
  equal(isInside("fd12::1", "10.0.0.0/8", "fd00::/8"), true);
  equal(isInside("fe80::1", "fd00::/8"), false);
  equal(isInside("2001:db8:0:1::5", "2001:db8::/48"), true);
  equal(isInside("1.2.3.4", "0.0.0.0/0"), true);
  equal(isInside("::1", "0.0.0.0/0"), false);
  equal(isInside("::ffff:10.1.2.3", "10.0.0.0/8"), true);
  equal(isInside("", "0.0.0.0/0"), false);
});

Deno.test("what is no network is none", () => {
  for (const text of ["", "x", "10.0.0.0/33", "fd00::/129", "10.0.0.0/", "10.0.0.0/8/8", "1.2.3"]) {
    deepEqual([text, parseNetwork(text)], [text, null]);
  }
});

Deno.test("an IPv6 address is counted by its network, an IPv4 address by itself", () => {
  equal(networkOf("2001:db8:1:2:3:4:5:6", 64), "2001:db8:1:2::/64");
  equal(networkOf("2001:db8:1:2:ffff::", 64), "2001:db8:1:2::/64");
  equal(networkOf("2001:db8:1:2:3:4:5:6", 48), "2001:db8:1::/48");
  equal(networkOf("::ffff:10.0.0.7", 64), "10.0.0.7");
  equal(networkOf("::ffff:a00:7", 48), "10.0.0.7");
  equal(networkOf("", 64), "");
});

Deno.test("an IPv4 address is the same however IPv6 writes it", () => {
  for (const text of ["10.0.0.7", "::ffff:10.0.0.7", "::FFFF:A00:7", "0:0:0:0:0:ffff:a00:7"]) {
    equal(normalAddress(text), "10.0.0.7");
  }
});
