import { deepEqual, equal, match, ok } from "node:assert/strict";
import { namesOf } from "../../lib/certificates/machine_names.ts";
import { OwnHosts } from "../../lib/server/own_hosts.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

Deno.test("a machine answers by its names and addresses, those of its certificate and those it was given", () => {
  let now = 0;
  let machine = namesOf("office.corp.example", ["192.168.0.7", "fd00::7"]);
  const hosts = new OwnHosts({
    machine: () => machine,
    certified: () => ({ names: ["tel.example.com", "*.desk.example"], addresses: ["10.0.0.9"] }),
    named: ["belltower.office.example", "0.0.0.0"],
  }, () => now);
  const own = ["localhost", "127.0.0.1", "127.0.0.3", "[::1]", "office.corp.example", "OFFICE"];
  own.push("office.local", "192.168.0.7", "[fd00::7]", "[::ffff:192.168.0.7]", "office.local.");
  own.push("tel.example.com", "a.desk.example", "10.0.0.9", "belltower.office.example");
  deepEqual(own.filter((host) => !hosts.has(host)), []);
  const foreign = ["evil.example", "office.evil.example", "a.b.desk.example", "desk.example"];
  foreign.push("192.168.0.8", "localhost.evil.example", "127.0.0.1.nip.io", "*", "", "example");
  deepEqual(foreign.filter((host) => hosts.has(host)), []);
  machine = namesOf("frontdesk", ["192.168.0.8"]);
  now += 5000;
  ok(hosts.has("frontdesk") && hosts.has("192.168.0.8"), "renamed while it runs");
  ok(!hosts.has("office.corp.example"));
});

/** What a server answers to these bytes on one connection that it closes. */
async function answer({ port }: ServerProcess, head: string): Promise<string> {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port });
  await connection.write(new TextEncoder().encode(`${head}Connection: close\r\n\r\n`));
  return await new Response(connection.readable).text();
}

Deno.test("a name that is turned to this address shows nothing of the office, and an allowed one does", async () => {
  await using folder = await temporaryFolder();
  await furnishOffice(`${folder.path}/data`);
  const named = "https://belltower.office.example";
  const server = await ServerProcess.start(`${folder.path}/data`, ["--public-url", named]);
  try {
    for (const path of ["/login", "/healthz", "/metrics", "/nothing"]) {
      const refused = await answer(server, `GET ${path} HTTP/1.1\r\nHost: evil.example\r\n`);
      match(refused, /^HTTP\/1\.1 421 /);
      match(refused, /--public-url/);
      const hostname = Deno.hostname();
      ok(!refused.toLowerCase().includes(hostname.toLowerCase()), "it names none of its names");
    }
    const english = "Host: evil.example:8416\r\nAccept-Language: en\r\n";
    match(await answer(server, `GET / HTTP/1.1\r\n${english}`), /does not answer by this name/);
    const line = `GET http://evil.example/login HTTP/1.1\r\nHost: 127.0.0.1\r\n`;
    ok(!(await answer(server, line)).startsWith("HTTP/1.1 200"), "the request's line counts, too");
    const allowed = await answer(
      server,
      "GET /login HTTP/1.1\r\nHost: belltower.office.example\r\n",
    );
    match(allowed, /^HTTP\/1\.1 200 /);
    const cookie = await signIn(server.origin, "chief", PASSWORD);
    const made = await fetch(`${server.origin}/board/screens`, {
      ...{ method: "POST", headers: { cookie, origin: server.origin } },
      body: new URLSearchParams({ label: "TV" }),
    });
    match(await made.text(), /https:\/\/belltower\.office\.example\/wall\/[\w-]+/);
    const live = await fetch(`${server.origin}/live`, { headers: { cookie } });
    equal(live.headers.get("x-accel-buffering"), "no");
    await live.body?.cancel();
  } finally {
    await server.stop();
  }
});

Deno.test("a link to a screen on the wall names the machine where somebody made it at the machine itself", async () => {
  await using folder = await temporaryFolder();
  await furnishOffice(`${folder.path}/data`);
  const server = await ServerProcess.start(`${folder.path}/data`, ["--https", "0.0.0.0:0"]);
  try {
    const cookie = await signIn(server.origin, "chief", PASSWORD);
    const made = await fetch(`${server.origin}/board/screens`, {
      ...{ method: "POST", headers: { cookie, origin: server.origin } },
      body: new URLSearchParams({ label: "TV" }),
    });
    const [, host] = /https:\/\/([^/"\s]+):\d+\/wall\/[\w-]+/.exec(await made.text())!;
    equal(host, namesOf(Deno.hostname(), []).names[0]);
  } finally {
    await server.stop();
  }
});
