import { deepEqual, equal, match, notEqual, ok, rejects } from "node:assert/strict";
import { fingerprintOf } from "../../lib/certificates/fingerprint.ts";
import { replaceAuthority } from "../../lib/certificates/kept_authority.ts";
import { namesOf } from "../../lib/certificates/machine_names.ts";
import { ownCertificates } from "../../lib/certificates/own_certificates.ts";
import { toPem } from "../../lib/certificates/pem.ts";
import { subjectNames } from "../../lib/certificates/subject_names.ts";
import { authority } from "../../lib/commands/authority.ts";
import { fakeIo } from "../commands/fake_io.ts";
import { lacks } from "../support/needs.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { testPermissions } from "../support/test_permissions.ts";
import { asksOver } from "../support/tls_client.ts";

const PROGRAM = new URL("rename_program.ts", import.meta.url).pathname;

Deno.test("a renamed machine is certified by what the authority may say, told the rest, and by a new authority all of it", async () => {
  await using folder = await temporaryFolder();
  let machine = namesOf("office", ["192.168.0.7"]);
  const source = await ownCertificates(folder.path, () => machine, Date.now());
  const first = source.authority!;
  deepEqual(source.leftOut, []);

  machine = namesOf("frontdesk", ["192.168.9.9", "2001:db8::7"]);
  const renewed = await source.refresh(Date.now());
  const { names, addresses } = subjectNames(renewed!.certificate);
  ok(names.includes("frontdesk.local") && addresses.includes("192.168.9.9"));
  ok(!names.includes("frontdesk"));
  deepEqual(source.leftOut, ["frontdesk"], "and no address that changes by the day");
  equal(await source.refresh(Date.now()), null, "told once, and not made anew every minute");

  await replaceAuthority(folder.path, machine, Date.now());
  const after = await source.refresh(Date.now());
  ok(subjectNames(after!.certificate).names.includes("frontdesk"));
  deepEqual(source.leftOut, []);
  notEqual(source.authority!.fingerprint, first.fingerprint);
  const trusted = toPem("CERTIFICATE", source.authority!.certificate);
  equal(await asksOver(source.current, "localhost", trusted), "answered");
  const old = toPem("CERTIFICATE", first.certificate);
  notEqual(await asksOver(source.current, "localhost", old), "answered");
});

Deno.test({
  name: "a machine that is really renamed gets its new name into the certificate",
  ignore: lacks("rename"),
  fn: async () => {
    await using folder = await temporaryFolder();
    const { stdout } = await new Deno.Command("unshare", {
      args: [
        "-u",
        Deno.execPath(),
        "run",
        ...testPermissions(),
        "--no-check",
        PROGRAM,
        folder.path,
      ],
    }).output();
    const { before, after, leftOut } = JSON.parse(new TextDecoder().decode(stdout));
    deepEqual(before, ["office", "office.local", "localhost"]);
    deepEqual(after, ["frontdesk.local", "localhost"]);
    deepEqual(leftOut, ["frontdesk"]);
  },
});

Deno.test("the console shows the authority, and makes another one where it is asked to", async () => {
  await using folder = await temporaryFolder();
  const run = async (...words: string[]) => {
    const io = fakeIo();
    await authority.run([...words, "--data", folder.path], io);
    return io.written;
  };
  await rejects(run(), /there is no authority in .*: a server makes one when it starts/);
  const { path } = folder;
  const made = await replaceAuthority(path, namesOf("elsewhere", []), Date.now());
  match(
    await run(),
    new RegExp(`${made.name}\\nSHA-256 ${fingerprintOf(made.certificate, "sha256")}`),
  );
  match(await run(), new RegExp(`may not certify .*${namesOf(Deno.hostname(), []).names[0]}`));
  const after = await run("new");
  ok(!after.includes(made.name) && !after.includes("may not certify"));
  match(after, /within a minute.*\/trust/);
  await rejects(run("old"), /there is no authority old/);
});
