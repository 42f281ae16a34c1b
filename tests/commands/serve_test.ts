import { equal, match, ok } from "node:assert/strict";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { belltower, freePort, ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { TestPbx } from "../support/test_pbx.ts";
import { until } from "../support/wait.ts";

Deno.test("a server with open streams and an open line stops cleanly within 3 s of SIGTERM", async () => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  using pbx = new TestPbx();
  const server = await ServerProcess.start(folder.path, ["--line", pbx.device]);
  await until(async () => await server.health() === 200, 5000, "the line is open");
  const cookie = await signIn(server.origin, "kim", PASSWORD);
  const stream = await fetch(`${server.origin}/live`, { headers: { cookie } });
  const start = performance.now();
  await server.stop();
  await stream.body?.cancel();
  ok(performance.now() - start < 3000, `it took ${Math.round(performance.now() - start)} ms`);
  // It is gone, or empty where the jobs worker did not let go of it in time.
  const left = [...Deno.readDirSync(folder.path)].filter(({ name }) => name.endsWith("-wal"))
    .map(({ name }) => Deno.statSync(`${folder.path}/${name}`).size);
  ok(left.every((bytes) => bytes === 0), `the log is not checkpointed: ${left} bytes`);
});

Deno.test("without its device a server is not healthy, says why, and is when the device is there", async () => {
  await using folder = await temporaryFolder();
  const device = `${folder.path}/tty`;
  const server = await ServerProcess.start(`${folder.path}/data`, ["--line", device]);
  const response = await fetch(`${server.origin}/healthz`);
  equal(response.status, 503);
  const { status } = await response.json();
  ok(status !== "ok");
  using pbx = new TestPbx();
  await Deno.symlink(pbx.device, device);
  await until(async () => await server.health() === 200, 5000, "the line is open");
  await server.stop();
});

Deno.test("what is wrong with the command line is one sentence and status 2", async () => {
  const wrong: [string[], RegExp][] = [
    [["serev"], /did you mean "serve"\?/],
    [["serve", "--htpp", "127.0.0.1:1"], /no option --htpp; did you mean --https?\?/],
    [["serve", "--http", "nowhere"], /--http nowhere: expected HOST:PORT/],
    [["serve", "--line", "/dev/x", "--dialect", "417"], /417/],
    [["demo", "--calls-per-minute", "many"], /many: expected a number/],
    [["replay"], /FILE is missing/],
  ];
  for (const [args, text] of wrong) {
    const { code, err, out } = await belltower(args);
    equal(code, 2, `${args.join(" ")}: ${err}`);
    match(err, text);
    equal(err.trim().split("\n").length, 1);
    equal(out, "");
  }
});

Deno.test("help and version are told however one asks for them, with status 0; a word that is unknown is none", async () => {
  const asked: [string[], number, RegExp][] = [
    [["--help"], 0, /^Belltower: /],
    [["-h"], 0, /^Belltower: /],
    [["--version"], 0, /^belltower \d/],
    [["-h", "serve"], 0, /^runs the server\n/],
    [["serve", "--data", "/nowhere", "-h"], 0, /^runs the server\n/],
    [["backup", "--help"], 0, /belltower backup FILE/],
    [["staff", "--version"], 0, /^belltower \d/],
    [["serev", "--help"], 2, /no command "serev"; did you mean "serve"\?/],
    [["serev", "--version"], 2, /no command "serev"/],
    [["help", "serev"], 2, /did you mean "serve"\?/],
    [["help", "serve", "demo"], 2, /unexpected "demo"/],
    [["--version", "now"], 2, /unexpected "now"/],
  ];
  const ran = await Promise.all(asked.map(([args]) => belltower(args)));
  for (const [index, { code, out, err }] of ran.entries()) {
    const [args, status, text] = asked[index]!;
    equal(code, status, `${args.join(" ")}: ${err}`);
    match(status === 0 ? out : err, text);
    equal(status === 0 ? err : out, "");
  }
});

Deno.test("an address that is taken is said in one line, with status 1", async () => {
  await using folder = await temporaryFolder();
  const port = freePort();
  using _taken = Deno.listen({ hostname: "127.0.0.1", port });
  const { code, err } = await belltower(
    ["serve", "--data", folder.path, "--http", `127.0.0.1:${port}`],
  );
  equal(code, 1);
  match(err, /in use by another program; --http takes another address/);
});
