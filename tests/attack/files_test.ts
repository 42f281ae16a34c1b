import { deepEqual, equal, match, ok } from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { until } from "../support/wait.ts";
import { Attacker } from "./target.ts";

const HTML = "<!DOCTYPE html><script>alert(1)</script>";
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';

async function upload(
  attacker: Attacker,
  path: string,
  body: BodyInit,
  headers: Record<string, string> = {},
) {
  return await attacker.send(path, {
    method: "POST",
    body,
    headers: { origin: attacker.origin, ...headers },
  });
}

Deno.test("nothing that was attached can run, whatever it calls itself and whoever asks for it how", async () => {
  const agent = await Attacker.signedIn("agent");
  const files: [string, string][] = [
    ["page.html", HTML],
    ["picture.svg", SVG],
    ["picture.png", HTML],
    ["script.js", "alert(1)"],
    [
      "page.xhtml",
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>1</script></html>`,
    ],
    ["polyglot.gif", `GIF89a/*${HTML}*/`],
    ["paper.pdf", `%PDF-1.4\n${HTML}`],
    ["a.html\r\nContent-Type: text/html", HTML],
  ];
  for (const [name, content] of files) {
    const query = new URLSearchParams({ customer: "1", name });
    const sent = await upload(agent, `/attachments?${query}`, content, {
      "HX-Request": "true",
      "content-type": "text/html",
    });
    equal(sent.status, 200, name);
    const id = [...sent.text.matchAll(/\/attachments\/(\d+)/g)].map(([, id]) =>
      Number(id)
    ).sort((a, b) => b - a)[0];
    for (const ask of ["", "?download", "?type=text/html"]) {
      const { headers } = await agent.send(`/attachments/${id}${ask}`, {
        headers: { accept: "text/html" },
      });
      const type = headers.get("content-type")!;
      const policy = headers.get("content-security-policy")!;
      ok(!/html|xml|svg|javascript/.test(type), `${name}: ${type}`);
      ok(/sandbox|default-src 'none'/.test(policy), `${name}: ${policy}`);
      ok(!/script-src|unsafe-eval/.test(policy), `${name}: ${policy}`);
      equal(headers.get("x-content-type-options"), "nosniff", name);
      equal(headers.get("set-cookie"), null);
      const opens = /^(image\/(png|jpeg|gif|webp|avif)|application\/pdf)$/.test(type);
      if (!opens) {
        match(headers.get("content-disposition")!, /^attachment/, name);
      }
    }
  }
});

Deno.test("ranges, conditions and encodings that nobody means break no download", async () => {
  const agent = await Attacker.signedIn("agent");
  const whole = await agent.send("/attachments/1");
  for (
    const range of [
      "bytes=0-",
      "bytes=-1",
      "bytes=0-0,0-0,0-0",
      `bytes=${"0-1,".repeat(2000)}0-1`,
      "bytes=9-1",
      "bytes=999999999-",
      "lines=1",
      "bytes=",
    ]
  ) {
    const { status, text } = await agent.send("/attachments/1", { headers: { range } });
    ok([200, 206, 416].includes(status), `${range.slice(0, 20)}: ${status}`);
    ok(text.length <= whole.text.length, range.slice(0, 20));
  }
  for (
    const headers of [{ "if-none-match": "*" }, { "if-none-match": '"'.repeat(500) }, {
      "accept-encoding": "x".repeat(2000),
    }]
  ) {
    ok((await agent.send("/attachments/1", { headers })).status < 400);
  }
});

Deno.test("a body that is larger than it says, or than it may be, is refused, and a form of a gigabyte is not read", async () => {
  const agent = await Attacker.signedIn("agent");
  const form = { "content-type": "application/x-www-form-urlencoded" };
  // Whoever is refused before all was sent may meet the closed connection at the next request, and asks again.
  const refused = (body: BodyInit, headers = {}) =>
    upload(agent, "/customers", body, headers).catch(() =>
      upload(agent, "/customers", body, headers)
    );
  equal((await refused(`name=${"x".repeat(2_000_000)}`, form)).status, 413);
  const parts = new FormData();
  for (let i = 0; i < 3000; i++) parts.append("name", "x".repeat(100));
  equal((await refused(parts)).status, 413);
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536;
      if (sent > 1e9) controller.close();
      else controller.enqueue(new Uint8Array(65_536).fill(97));
    },
  });
  const { status } = await upload(agent, "/customers", endless, form).catch(() => ({
    status: 413,
  }));
  equal(status, 413);
  ok(sent < 100_000_000, `${sent} bytes were taken`);
});

Deno.test("a workbook that unpacks to gigabytes is refused, and the server goes on", async () => {
  const admin = await Attacker.signedIn("admin");
  const bomb = zip("xl/worksheets/sheet1.xml", new Uint8Array(64_000_000), 4_000_000_000);
  const cases: [string, Uint8Array<ArrayBuffer>][] = [
    ["bomb.xlsx", bomb],
    ["nothing.xlsx", new Uint8Array()],
    ["garbage.xlsx", crypto.getRandomValues(new Uint8Array(50_000))],
    ["cut.xlsx", bomb.slice(0, 200)],
    ["lines.csv", new TextEncoder().encode("a,b\n".repeat(100_000))],
    ["quote.csv", new TextEncoder().encode(`name\n"${"x".repeat(3_000_000)}`)],
  ];
  for (const [name, body] of cases) {
    const { status, text } = await upload(admin, `/imports?name=${name}`, body);
    ok(status < 500, `${name}: ${status}`);
    if (status !== 201) continue;
    const { location } = JSON.parse(text);
    await until(
      async () => !/hx-trigger="every|import_running/.test((await admin.send(location)).text),
      30_000,
      `${name} is read`,
    );
  }
  equal((await admin.send("/desk")).status, 200);
});

Deno.test("a restore of anything but a backup is refused before anything changes", async () => {
  const admin = await Attacker.signedIn("admin");
  const before = (await admin.send("/customers/1")).status;
  const garbage: [string, Uint8Array<ArrayBuffer>][] = [
    ["nothing", new Uint8Array()],
    ["random", crypto.getRandomValues(new Uint8Array(60_000))],
    ["sqlite", new TextEncoder().encode(`SQLite format 3\0${"x".repeat(5000)}`)],
    ["../../belltower.sqlite", new TextEncoder().encode("x")],
  ];
  for (const [name, body] of garbage) {
    const { status } = await upload(
      admin,
      `/settings/backup/upload?name=${encodeURIComponent(name)}`,
      body,
    );
    ok(status < 500, `${name}: ${status}`);
    const page = async () => (await admin.send("/settings/backup/restore")).text;
    await until(
      async () => !/hx-trigger="every 500ms"/.test(await page()),
      20_000,
      `${name} is checked`,
    );
    ok(!/value="confirm"/.test(await page()), `${name} can be put in place`);
  }
  const named = [
    "../../../etc/passwd",
    "..\\x",
    "belltower.sqlite",
    "/etc/passwd",
    "x".repeat(5000),
  ];
  const refused = [];
  for (const name of named) {
    refused.push(
      (await admin.post("/settings/backup/restore", { do: "check", name })).status < 500,
    );
  }
  deepEqual(refused, named.map(() => true));
  equal((await admin.post("/settings/backup/restore", { do: "confirm" })).status, 303);
  equal((await admin.send("/customers/1")).status, before);
});

/** A zip of one file that says it is `claimed` bytes long. */
function zip(name: string, content: Uint8Array, claimed: number): Uint8Array<ArrayBuffer> {
  const packed = deflateRawSync(content);
  const title = new TextEncoder().encode(name);
  const local = new DataView(new ArrayBuffer(30));
  local.setUint32(0, 0x04034b50, true);
  local.setUint16(4, 20, true);
  local.setUint16(8, 8, true);
  local.setUint32(18, packed.length, true);
  local.setUint32(22, claimed, true);
  local.setUint16(26, title.length, true);
  const central = new DataView(new ArrayBuffer(46));
  central.setUint32(0, 0x02014b50, true);
  central.setUint16(6, 20, true);
  central.setUint16(10, 8, true);
  central.setUint32(20, packed.length, true);
  central.setUint32(24, claimed, true);
  central.setUint16(28, title.length, true);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, 1, true);
  end.setUint16(10, 1, true);
  end.setUint32(12, 46 + title.length, true);
  end.setUint32(16, 30 + title.length + packed.length, true);
  const parts = [local.buffer, title, packed, central.buffer, title, end.buffer].map((part) =>
    new Uint8Array(part)
  );
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
