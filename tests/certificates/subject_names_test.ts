import { deepEqual } from "node:assert/strict";
import { makeAuthority } from "../../lib/certificates/authority.ts";
import { namesOf } from "../../lib/certificates/machine_names.ts";
import { certify } from "../../lib/certificates/server_certificate.ts";
import { subjectNames } from "../../lib/certificates/subject_names.ts";

/** Made by OpenSSL 3.5: DNS:a.office.example, DNS:*.b.example, IP:10.0.0.7, IP:fd00::7 */
const FOREIGN = `-----BEGIN CERTIFICATE-----
MIIBsjCCAVegAwIBAgIUAobzvLqzCMVaVtI/42JXxD5TIg4wCgYIKoZIzj0EAwIw
DDEKMAgGA1UEAwwBeDAeFw0yNjExMjcxNjI0MjBaFw0yNjEyMjcxNjI0MjBaMAwx
CjAIBgNVBAMMAXgwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATvwwcwpUjO4Zb7
h1ZEe/QKn1ZaKcp9Z8AAXCPgmKbPtkqp68QU4yAc6YR0WthUMs4/KbWMsiGlKB0h
/kBNgpWWo4GWMIGTMB0GA1UdDgQWBBSmLuUXrFi6AgtpB88omtGXBQv3vTAfBgNV
HSMEGDAWgBSmLuUXrFi6AgtpB88omtGXBQv3vTAPBgNVHRMBAf8EBTADAQH/MEAG
A1UdEQQ5MDeCEGEub2ZmaWNlLmV4YW1wbGWCCyouYi5leGFtcGxlhwQKAAAHhxD9
AAAAAAAAAAAAAAAAAAAHMAoGCCqGSM49BAMCA0kAMEYCIQDi8rvJYvWgVmVUTM2L
g7CyLPKvklhD8sRldjtmLbeV2gIhAJMn/kX6r+OySTqLLKSwxiqACl8ZXP40BAQ4
4VgUIw2r
-----END CERTIFICATE-----
`;

Deno.test("the names and addresses of a certificate are read, of another maker's too", async () => {
  deepEqual(subjectNames(FOREIGN), {
    names: ["a.office.example", "*.b.example"],
    addresses: ["10.0.0.7", "fd00::7"],
  });
  const office = namesOf("office", ["192.168.0.7", "fd00::1:7"]);
  const own = await certify(await makeAuthority(office, Date.now()), office, Date.now());
  deepEqual(subjectNames(own.certificate), office);
});

Deno.test("what is no certificate, or is cut anywhere, names nobody and throws nothing", () => {
  deepEqual(subjectNames(""), { names: [], addresses: [] });
  deepEqual(
    subjectNames("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n").names,
    [],
  );
  const lines = FOREIGN.split("\n").slice(1, -2);
  for (let kept = 1; kept < lines.length; kept++) {
    const cut = lines.slice(0, kept).join("\n");
    subjectNames(`-----BEGIN CERTIFICATE-----\n${cut}\n-----END CERTIFICATE-----\n`);
  }
});
