import { deepEqual, equal, match, notEqual, ok, rejects } from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { makeAuthority } from "../../lib/certificates/authority.ts";
import { namesOf } from "../../lib/certificates/machine_names.ts";
import { ownCertificates } from "../../lib/certificates/own_certificates.ts";
import { toPem } from "../../lib/certificates/pem.ts";
import { certify } from "../../lib/certificates/server_certificate.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { asksOver } from "../support/tls_client.ts";
import { lacks } from "../support/needs.ts";

const DAY_MS = 86_400_000;
const OFFICE = namesOf("office", ["192.168.0.10", "fd00::7"]);

Deno.test("a machine is called by its name, its name in .local, and every address that a browser takes", () => {
  deepEqual(namesOf("Office-1", ["127.0.0.1", "192.168.0.10", "fe80::1%eth0", "::ffff:10.0.0.2"]), {
    names: ["office-1", "office-1.local", "localhost"],
    addresses: ["10.0.0.2", "127.0.0.1", "192.168.0.10", "::1"],
  });
  deepEqual(namesOf("pbx.branch.example.com", []).names, [
    ...["pbx.branch.example.com", "pbx.local", "localhost"],
  ]);
  deepEqual(namesOf("사무실", []).names, ["xn--v92b13hz1b", "xn--v92b13hz1b.local", "localhost"]);
  deepEqual(namesOf("my office!?", []).names, ["localhost"]);
});

Deno.test("who trusts the authority is connected by name and by address, and nobody else is", async () => {
  await using folder = await temporaryFolder();
  const { current, authority } = await ownCertificates(folder.path, () => OFFICE, Date.now());
  const trusted = toPem("CERTIFICATE", authority!.certificate);
  for (const host of ["localhost", "127.0.0.1"]) {
    equal(await asksOver(current, host, trusted), "answered", host);
  }
  match(await asksOver(current, "localhost", null), /UnknownIssuer/);
});

Deno.test("the certificates say what browsers ask for", async () => {
  await using folder = await temporaryFolder();
  const now = Date.now();
  const { current, authority } = await ownCertificates(folder.path, () => OFFICE, now);
  const [server, root] = [current.certificate, toPem("CERTIFICATE", authority!.certificate)]
    .map((pem) => new X509Certificate(pem));
  ok(root!.ca && !server!.ca);
  ok(server!.verify(root!.publicKey) && root!.verify(root!.publicKey));
  equal(root!.subject, `CN=${authority!.name}`);
  equal(root!.fingerprint256, authority!.fingerprint);
  equal(root!.fingerprint, authority!.thumbprint);
  match(authority!.name, /^Belltower office [0-9a-f]{8}$/);
  const days = (Date.parse(server!.validTo) - now) / DAY_MS;
  ok(days > 90 && days <= 200, `it is good for ${days} days`);
  for (const host of ["office", "office.local", "localhost"]) equal(server!.checkHost(host), host);
  for (const address of ["192.168.0.10", "127.0.0.1"]) equal(server!.checkIP(address), address);
});

Deno.test("nothing on the internet can be certified by the authority", async () => {
  const authority = await makeAuthority(OFFICE, Date.now());
  const forged = { names: ["localhost", "bank.example"], addresses: ["127.0.0.1"] };
  const certificate = await certify(authority, forged, Date.now());
  match(await asksOver(certificate, "localhost", authority.certificate), /NameConstraintViolation/);
  const elsewhere = { names: ["localhost"], addresses: ["127.0.0.1", "203.0.113.9"] };
  match(
    await asksOver(
      await certify(authority, elsewhere, Date.now()),
      "localhost",
      authority.certificate,
    ),
    /NameConstraintViolation/,
  );
});

Deno.test("after a restart it is the same authority and the same certificate", async () => {
  await using folder = await temporaryFolder();
  const first = await ownCertificates(folder.path, () => OFFICE, Date.now());
  const second = await ownCertificates(folder.path, () => OFFICE, Date.now());
  equal(second.authority!.fingerprint, first.authority!.fingerprint);
  equal(second.current.certificate, first.current.certificate);
});

Deno.test("another certificate is made in time before the end, and when the machine has a new address or name", async () => {
  await using folder = await temporaryFolder();
  const now = Date.now();
  let machine = OFFICE;
  const source = await ownCertificates(folder.path, () => machine, now);
  const before = source.current.certificate;
  equal(await source.refresh(now + 119 * DAY_MS), null);
  const renewed = await source.refresh(now + 121 * DAY_MS);
  ok(renewed !== null);
  notEqual(renewed.certificate, before);
  equal(renewed.certificate, source.current.certificate);
  equal(await source.refresh(now + 122 * DAY_MS), null);

  machine = namesOf("office", ["192.168.7.7"]);
  const moved = new X509Certificate((await source.refresh(now + 123 * DAY_MS))!.certificate);
  equal(moved.checkIP("192.168.7.7"), "192.168.7.7");
  machine = namesOf("office", []);
  equal(await source.refresh(now + 124 * DAY_MS), null, "a name too many hurts nobody");
});

Deno.test("what the authority was not made for is left out, and the rest is certified", async () => {
  await using folder = await temporaryFolder();
  let machine = OFFICE;
  const source = await ownCertificates(folder.path, () => machine, Date.now());
  machine = namesOf("renamed", ["203.0.113.9", "10.1.2.3"]);
  const server = new X509Certificate((await source.refresh(Date.now()))!.certificate);
  equal(server.checkHost("renamed.local"), "renamed.local");
  equal(server.checkHost("renamed"), undefined);
  equal(server.checkIP("10.1.2.3"), "10.1.2.3");
  equal(server.checkIP("203.0.113.9"), undefined);
});

Deno.test({
  name: "nobody else on the machine can read the keys",
  ignore: lacks("posix"),
  fn: async () => {
    await using folder = await temporaryFolder();
    await ownCertificates(folder.path, () => OFFICE, Date.now());
    const modes = ["tls", "tls/authority.json", "tls/server.json"]
      .map((name) => (Deno.statSync(`${folder.path}/${name}`).mode! & 0o777).toString(8));
    deepEqual(modes, ["700", "600", "600"]);
  },
});

Deno.test("a broken certificate is made anew, and a broken authority is not replaced behind everybody's back", async () => {
  await using folder = await temporaryFolder();
  const before = await ownCertificates(folder.path, () => OFFICE, Date.now());
  await Deno.writeTextFile(`${folder.path}/tls/server.json`, '{"certificate": "');
  const after = await ownCertificates(folder.path, () => OFFICE, Date.now());
  equal(after.authority!.fingerprint, before.authority!.fingerprint);
  await Deno.writeTextFile(`${folder.path}/tls/authority.json`, "{}");
  await rejects(ownCertificates(folder.path, () => OFFICE, Date.now()), {
    name: "Error",
    message: /authority\.json is broken: put back a copy of it, or take it away/,
  });
});

Deno.test("certificates that were made while the clock was ahead are good when it is right again", async () => {
  await using folder = await temporaryFolder();
  const now = Date.now();
  const kept = await ownCertificates(folder.path, () => OFFICE, now + 400 * DAY_MS);
  const trusted = toPem("CERTIFICATE", kept.authority!.certificate);
  ok(new X509Certificate(trusted).validFromDate.getTime() < now);
  ok(await kept.refresh(now) !== null);
  equal(await asksOver(kept.current, "localhost", trusted), "answered");
  equal(await kept.refresh(now + DAY_MS), null);
});

for (
  const [when, at] of [["in 1970", 0], ["in 2060", Date.UTC(2060, 0, 1)], [
    "beyond any year",
    8e15,
  ]] as const
) {
  Deno.test(`an authority that was made while the clock stood ${when} is good when it is right, and trusted once`, async () => {
    await using folder = await temporaryFolder();
    const now = Date.now();
    const kept = await ownCertificates(folder.path, () => OFFICE, at);
    const trusted = toPem("CERTIFICATE", kept.authority!.certificate);
    ok(await kept.refresh(now) !== null);
    equal(await asksOver(kept.current, "localhost", trusted), "answered");
    equal(await kept.refresh(now + 60_000), null);
    const later = await ownCertificates(folder.path, () => OFFICE, now + DAY_MS);
    equal(later.authority!.fingerprint, kept.authority!.fingerprint);
  });
}

/** Changes what the kept authority says of itself. */
async function rewrite(folder: string, changed: Record<string, number | undefined>): Promise<void> {
  const file = `${folder}/tls/authority.json`;
  const before = JSON.parse(await Deno.readTextFile(file));
  await Deno.writeTextFile(file, JSON.stringify({ ...before, ...changed }));
}

Deno.test("an authority that an older version made by a clock decades wrong is replaced once, any other one is kept", async () => {
  const now = Date.now();
  for (
    const [year, isGood] of [[1990, false], [2046, true], [2056, true], [2090, false]] as const
  ) {
    await using folder = await temporaryFolder();
    const before = await ownCertificates(folder.path, () => OFFICE, now);
    const { fingerprint } = before.authority!;
    // It did not say when it begins.
    await rewrite(folder.path, { notBefore: undefined, notAfter: Date.UTC(year, 0, 1) });
    const after = await ownCertificates(folder.path, () => OFFICE, now);
    equal(after.authority!.fingerprint === fingerprint, isGood, `until ${year}`);
    const replaced = after.authority!.fingerprint;
    const trusted = toPem("CERTIFICATE", after.authority!.certificate);
    equal(await asksOver(after.current, "localhost", trusted), "answered");
    // A clock that goes wrong later changes nothing of it.
    await after.refresh(0);
    await after.refresh(now);
    equal(after.authority!.fingerprint, replaced);
  }
});

Deno.test("where the authority ends, nothing is renewed in vain", async () => {
  await using folder = await temporaryFolder();
  const now = Date.now();
  const source = await ownCertificates(folder.path, () => OFFICE, now);
  await rewrite(folder.path, { notAfter: now + 10 * DAY_MS });
  for (let minute = 1; minute < 4; minute++) await source.refresh(now + 170 * DAY_MS);
  equal(await source.refresh(now + 170 * DAY_MS + 60_000), null);
});
