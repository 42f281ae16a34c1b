import { equal, ok, throws } from "node:assert/strict";
import { makeAuthority } from "../../lib/certificates/authority.ts";
import { certificateFiles } from "../../lib/certificates/certificate_files.ts";
import { namesOf } from "../../lib/certificates/machine_names.ts";
import { certify } from "../../lib/certificates/server_certificate.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const OFFICE = namesOf("office", []);
const authority = await makeAuthority(OFFICE, Date.now());
const [one, other] = await Promise.all([1, 2].map(() => certify(authority, OFFICE, Date.now())));

async function filesIn(folder: string, pair: { certificate: string; key: string }) {
  const files = { certificate: `${folder}/server.crt`, key: `${folder}/server.key` };
  await Deno.writeTextFile(files.certificate, pair.certificate);
  await Deno.writeTextFile(files.key, pair.key);
  return files;
}

Deno.test("the office's own files are used, and nobody has to trust anything", async () => {
  await using folder = await temporaryFolder();
  const source = certificateFiles(await filesIn(folder.path, one!), Date.now());
  equal(source.current.certificate, one!.certificate);
  equal(source.authority, null);
  equal(await source.refresh(Date.now()), null);
});

Deno.test("files that change are read again, as soon as both fit each other", async () => {
  await using folder = await temporaryFolder();
  const files = await filesIn(folder.path, one!);
  const source = certificateFiles(files, Date.now());
  await Deno.writeTextFile(files.certificate, `${other!.certificate}\n`);
  equal(await source.refresh(Date.now()), null, "its key has not come yet");
  await Deno.writeTextFile(files.key, `${other!.key}\n`);
  const renewed = await source.refresh(Date.now());
  ok(renewed?.certificate.startsWith(other!.certificate));
});

Deno.test("files that cannot be used are refused, each with what is wrong with it", async () => {
  await using folder = await temporaryFolder();
  const files = await filesIn(folder.path, one!);
  const start = () => certificateFiles(files, Date.now());
  await Deno.writeTextFile(files.key, other!.key);
  throws(start, { message: /server\.key is not the key of the certificate in .*server\.crt/ });
  await Deno.writeTextFile(files.key, "no key");
  throws(start, { message: /server\.key holds nothing in PEM that can be used/ });
  await Deno.remove(files.key);
  throws(start, { message: /server\.key cannot be read/ });
});

Deno.test("a certificate that has ended is still served: a server that does not start helps nobody", async () => {
  await using folder = await temporaryFolder();
  const files = await filesIn(folder.path, one!);
  const source = certificateFiles(files, Date.now() + 1000 * 86_400_000);
  equal(source.current.certificate, one!.certificate);
});
