import { deepEqual, equal, match, ok } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { RingingOffice } from "../support/ringing_office.ts";
import { type DiskFault, SpoiltDisk } from "../support/spoilt_disk.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";

/** As long as the disk refuses, at most; so much later the switch can first tell of what happened meanwhile. */
const LONGEST_FAULT_S = 20;

const PAGES = ["/desk", "/board", "/calls", "/work", "/customers", "/customers/1", "/calls/1"];

/** What a disk does, and what a person reads who wants to save something. */
const WRITE_FAULTS: readonly (readonly [DiskFault, RegExp, RegExp])[] = [
  ["full", /디스크가 가득 찼습니다/, /disk is full/],
  ["read_only", /읽거나 쓸 수 없습니다/, /cannot be read or written/],
  ["write_error", /읽거나 쓸 수 없습니다/, /cannot be read or written/],
  ["sync_error", /읽거나 쓸 수 없습니다/, /cannot be read or written/],
];

Deno.test("a disk that refuses loses nothing acknowledged, is told, stops no page, and is used again by itself", async () => {
  await using folder = await temporaryFolder();
  const around = `${folder.path}/office`;
  await Deno.mkdir(around);
  const data = `${around}/data`;
  const disk = await SpoiltDisk.below(around, folder.path);
  const office = await RingingOffice.start({ data, calls: 12, env: disk.env });
  await office.acknowledges();

  for (const [fault, korean, english] of WRITE_FAULTS) {
    notSeenFor2Minutes(data);
    const failed = await office.frames("failed");
    const upload = await beginUpload(office);
    disk.set(fault);
    await until(
      async () => await office.frames("failed") > failed,
      15_000,
      `${fault}: a frame is not stored`,
    );
    const accepted = await office.frames("accepted");
    for (const page of PAGES) equal(await office.status(page), 200, `${fault}: ${page}`);
    equal(await office.status("/calls.csv"), 200);

    const name = `김${fault}`;
    const page = await office.post("/customers", { name, memo: "<b>typed</b>\n\nthus" });
    equal(page.status, 503, fault);
    equal(page.headers.get("retry-after"), "5");
    const html = await page.text();
    match(html, korean, fault);
    match(html, new RegExp(`name="name">\n${name}<`));
    match(html, /name="memo">\n&lt;b&gt;typed&lt;\/b&gt;\r?\n\r?\nthus</);
    const part = await office.post("/presence", { state: "break", reason: "" }, {
      "HX-Request": "true",
    });
    equal(part.status, 503);
    match(await part.text(), korean);
    const stranger = await fetch(`${office.server.origin}/login`, {
      method: "POST",
      headers: { origin: office.server.origin, "accept-language": "en" },
      body: new URLSearchParams({ login: "kim", password: "the tests' password" }),
    });
    equal(stranger.status, 503);
    const said = await stranger.text();
    match(said, english);
    ok(!said.includes("tests"), "a password does not stand in a page");
    await upload.breakOff();
    equal(await office.frames("accepted"), accepted, `${fault}: something was acknowledged`);

    disk.set("none");
    await office.acknowledges();
    const saved = await office.post("/customers", { name, numbers: "" });
    equal(saved.status, 303, fault);
    await saved.body?.cancel();
    await until(() => isSeen(data), 10_000, `${fault}: that the browser was seen is noted late`);
    ok(office.told > 0);
  }

  disk.set("read_error");
  // What is in memory is still shown; whatever is not is a page that says so.
  const answers = [...PAGES, "/calls?q=zzz", "/reports", "/healthz"].map((path) =>
    office.status(path)
  );
  for (const status of await Promise.all(answers)) {
    ok([200, 403, 503].includes(status), `${status}`);
  }
  disk.set("none");
  await office.acknowledges();
  equal(await office.status("/desk"), 200);

  await office.finish(LONGEST_FAULT_S);
  const names = office.stored<{ name: string }>(
    "SELECT name FROM customers WHERE name LIKE '김%' ORDER BY id",
  );
  deepEqual(names.map(({ name }) => name), WRITE_FAULTS.map(([fault]) => `김${fault}`));
  const exported = office.stored(
    "SELECT 1 FROM audit WHERE act = 'exported' AND record = '/calls.csv'",
  );
  equal(exported.length, WRITE_FAULTS.length, "what left the house is in the audit");
  deepEqual(office.stored("SELECT 1 FROM attachments"), []);
  const whole = office.stored<{ integrity_check: string }>("PRAGMA integrity_check");
  deepEqual(whole.map(({ integrity_check }) => integrity_check), ["ok"]);
});

/** As if the browser had not been there for long enough that it is noted again. */
function notSeenFor2Minutes(data: string): void {
  using db = new DatabaseSync(`${data}/belltower.sqlite`);
  db.exec("PRAGMA busy_timeout = 5000");
  db.prepare("UPDATE sessions SET seen_at = seen_at - 120000").run();
}

function isSeen(data: string): boolean {
  using db = new DatabaseSync(`${data}/belltower.sqlite`, { readOnly: true });
  db.exec("PRAGMA busy_timeout = 5000");
  const row = db.prepare("SELECT max(seen_at) AS at FROM sessions").get() as { at: number };
  return Date.now() - row.at < 60_000;
}

/** A browser that goes away when a part of its file has come, of which the disk has taken some. */
async function beginUpload(office: RingingOffice) {
  const { hostname, port } = new URL(office.server.origin);
  const connection = await Deno.connect({ hostname, port: Number(port) });
  const head = [
    "POST /attachments?customer=1&name=a.bin HTTP/1.1",
    `Host: ${hostname}:${port}`,
    `Origin: ${office.server.origin}`,
    `Cookie: ${office.cookie}`,
    "Content-Type: application/octet-stream",
    "Content-Length: 2000000",
    ...["", ""],
  ].join("\r\n");
  await connection.write(new TextEncoder().encode(head));
  const send = async (bytes: number) => {
    for (let sent = 0; sent < bytes;) sent += await connection.write(new Uint8Array(bytes - sent));
  };
  await send(300_000);
  return {
    async breakOff() {
      await send(300_000).catch((error: unknown) => {
        // The server may have refused it, and gone, before all of it was sent.
        const gone = error instanceof Deno.errors.BrokenPipe ||
          error instanceof Deno.errors.ConnectionReset;
        if (!gone) throw error;
      });
      connection.close();
    },
  };
}
