import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { belltower, ServerProcess } from "../support/server_process.ts";
import { smallDisk } from "../support/small_disk.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { TestPbx } from "../support/test_pbx.ts";
import { until } from "../support/wait.ts";
import { lacks } from "../support/needs.ts";

interface Asked {
  readonly status: number;
  readonly text: string;
}

async function ask(url: string, init: RequestInit = {}): Promise<Asked> {
  const response = await fetch(url, { redirect: "manual", ...init });
  return { status: response.status, text: await response.text() };
}

/** Saves something as a page does. */
function save(origin: string, cookie: string): Promise<Asked> {
  return ask(`${origin}/presence`, {
    method: "POST",
    headers: { cookie, origin },
    body: new URLSearchParams({ state: "available" }),
  });
}

function isIn(folder: string): boolean {
  try {
    Deno.lstatSync(folder);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

Deno.test("a deleted data folder: nothing more is acknowledged or saved, it is said everywhere, and the server ends", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  await furnishOffice(data);
  using pbx = new TestPbx();
  const server = await ServerProcess.start(data, ["--line", pbx.device, "--log-file", "off"]);
  const { origin } = server;
  const cookie = await signIn(origin, "kim", PASSWORD);
  await pbx.tell("c", "120201012345678");
  await pbx.silence();
  equal((await save(origin, cookie)).status, 200);
  equal(await server.health(), 200);
  const login = await ask(`${origin}/login`);
  const [stylesheet] = login.text.match(/\/static\/[^"]+\.css/)!;

  await Deno.remove(data, { recursive: true });
  // At once, and not only when somebody has looked: whatever is written now goes nowhere.
  const saved = await save(origin, cookie);
  const asHtmx = { cookie, "hx-request": "true" };
  const [page, part, style, health, ...taken] = await Promise.all([
    ask(`${origin}/desk`, { headers: { cookie, "accept-language": "en" } }),
    ask(`${origin}/popups`, { headers: asHtmx }),
    ask(origin + stylesheet),
    ask(`${origin}/healthz`),
    pbx.isTaken("N", "1202"),
  ]);
  equal(saved.status, 503);
  match(saved.text, /데이터가 제자리에 없습니다/);
  equal(page.status, 503);
  match(page.text, /<html lang="en".*The data is not in its place/s);
  match(page.text, /class="error_page"/);
  equal(style.status, 200);
  deepEqual([part.status, part.text.match(/page_notice/g)?.length], [503, 1]);
  equal(health.status, 503);
  match(health.text, /"gone: .*belltower\.sqlite is not there any more: nothing can be stored"/);
  deepEqual([...taken, await pbx.isTaken("N", "1202")], [false, false]);

  equal((await server.ended).code, 1);
  match(server.log, /belltower serve: .*belltower\.sqlite is not there any more/);

  const refused = new RegExp(`status 1.*${data}\\.office remembers that the office`, "s");
  await rejects(() => ServerProcess.start(data, []), { message: refused });
  const account = ["staff", "add", "park2", "--role", "agent", "--password-stdin", "--data", data];
  match((await belltower(account, `${PASSWORD}\n`)).err, /remembers that the office/);
  equal(isIn(data), false);

  const anew = await ServerProcess.start(data, ["--new-office"]);
  equal(await anew.health(), 200);
  await anew.stop();
});

Deno.test("a folder that was moved away: the server ends, and takes up where it was when it is back", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  await furnishOffice(data);
  using pbx = new TestPbx();
  const server = await ServerProcess.start(data, ["--line", pbx.device]);
  await pbx.tell("c", "120201012345678");
  await pbx.silence();
  await Deno.rename(data, `${data}-moved`);
  equal(await pbx.isTaken("N", "1202"), false);
  equal((await server.ended).code, 1);
  await rejects(() => ServerProcess.start(data, []), { message: /status 1/ });

  // Whatever a late writer has left there is in the way of the folder, as it would be for a person.
  if (isIn(data)) await Deno.remove(data, { recursive: true });
  await Deno.rename(`${data}-moved`, data);
  const again = await ServerProcess.start(data, []);
  await until(async () => await again.health() === 200, 5000, "the line is open again");
  await pbx.tell("N", "1202");
  await again.stop();
  const { out } = await belltower(["export", "calls", "--data", data]);
  const calls = out.trim().split("\n").map((line) => JSON.parse(line));
  deepEqual(calls.map(({ number, answeredBy }) => [number, answeredBy]), [
    ["01012345678", ["202"]],
  ]);
});

Deno.test("another office's folder in its place: the server ends, and the next start says whose it is", async () => {
  await using folder = await temporaryFolder();
  const [data, other] = [`${folder.path}/data`, `${folder.path}/other`];
  await furnishOffice(data);
  await furnishOffice(other);
  const server = await ServerProcess.start(data, []);
  await Deno.rename(data, `${data}-moved`);
  await Deno.rename(other, data);
  equal((await server.ended).code, 1);
  // It may have looked between the two.
  match(server.log, /is another file than the one that this server opened|is not there any more/);
  await rejects(() => ServerProcess.start(data, []), {
    message: /holds another office, .* remembers that the office/,
  });
});

Deno.test({
  name:
    "a disk that is not mounted any more: the server ends, and starts no new office where it was",
  ignore: lacks("mount"),
  fn: async () => {
    await using folder = await temporaryFolder();
    const data = `${folder.path}/data`;
    await using disk = await smallDisk(data, 64);
    await furnishOffice(data);
    const server = await ServerProcess.start(data, []);
    await disk.takeAway();
    equal((await server.ended).code, 1);
    await rejects(() => ServerProcess.start(data, []), { message: /is its disk mounted/ });
    deepEqual([...Deno.readDirSync(data)], []);
  },
});

Deno.test("a lock that was deleted lets no second server in", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  const server = await ServerProcess.start(data, []);
  await Deno.remove(`${data}/belltower.lock`);
  await rejects(() => ServerProcess.start(data, []), {
    message: /is in use by another Belltower server/,
  });
  match((await belltower(["restore", "backup", "--data", data])).err, /is in use by another/);
  equal(await server.health(), 200);
  await server.stop();
});
