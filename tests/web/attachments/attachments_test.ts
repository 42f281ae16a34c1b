import { deepEqual, equal, match } from "node:assert/strict";
import { setUploadLimit } from "../../../lib/store/upload_limits.ts";
import { attachmentsOfCustomer } from "../../../lib/store/attachments.ts";
import { type Browser, ORIGIN, WebOffice } from "../../support/web_office.ts";

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const bytes = (text: string) => new TextEncoder().encode(text);

/** An office with a customer and a call of theirs at 202. */
function withCustomer() {
  const office = new WebOffice();
  const { id } = office.customer({ name: "이영희", numbers: ["010-1234-5678"] });
  office.rings("1", "202", "01012345678");
  const call = office.answers("1", "202");
  const files = () => attachmentsOfCustomer(office.store, id, 500);
  const rows = () =>
    office.store.get<{ files: number; pieces: number }>(
      `SELECT (SELECT count(*) FROM attachments) AS files,
         (SELECT count(*) FROM attachment_chunks) AS pieces`,
    )!;
  return { office, id, call, files, rows };
}

/** Sends a body as the page does; `to` is `customer=1`. */
async function attach(
  office: WebOffice,
  browser: Browser,
  to: string,
  name: string,
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return await office.app.request(`${ORIGIN}/attachments?${to}&name=${encodeURIComponent(name)}`, {
    method: "POST",
    headers: {
      cookie: browser.cookie,
      origin: ORIGIN,
      host: "office.test",
      "HX-Request": "true",
      ...body instanceof Uint8Array ? { "content-length": String(body.length) } : {},
      ...headers,
    },
    body,
  });
}

Deno.test("a file comes back byte for byte, with its size and its SHA-256 on the page", async () => {
  const { office, id, files } = withCustomer();
  using _ = office;
  const kim = office.browser("kim");
  const content = new Uint8Array(700_000).map((_, index) => index * 31 % 251);
  const response = await attach(office, kim, `customer=${id}`, "견적서.bin", content);
  equal(response.status, 200);
  const html = await response.text();
  match(html, /견적서\.bin/);
  match(html, /684 KB/);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content)).toHex();
  match(html, new RegExp(digest));
  const back = await kim.get(`/attachments/${files()[0]?.id}`);
  deepEqual(new Uint8Array(await back.arrayBuffer()), content);
  equal(back.headers.get("content-length"), "700000");
  match(back.headers.get("content-disposition")!, /^attachment; .*%EA%B2%AC/);
  match(await (await kim.get(`/customers/${id}`)).text(), /견적서\.bin/);
});

Deno.test("an image opens in a sandbox", async () => {
  const { office, id, files } = withCustomer();
  using _ = office;
  const kim = office.browser("kim");
  await (await attach(office, kim, `customer=${id}`, "photo.png", PNG)).text();
  const response = await kim.get(`/attachments/${files()[0]?.id}`);
  await response.body?.cancel();
  equal(response.headers.get("content-type"), "image/png");
  match(response.headers.get("content-disposition")!, /^inline/);
  match(response.headers.get("content-security-policy")!, /^sandbox; default-src 'none'/);
  equal(response.headers.get("x-content-type-options"), "nosniff");
  const download = await kim.get(`/attachments/${files()[0]?.id}?download`);
  await download.body?.cancel();
  match(download.headers.get("content-disposition")!, /^attachment/);
});

Deno.test("nothing that could run as a page is ever served as one", async () => {
  const { office, id, files } = withCustomer();
  using _ = office;
  const kim = office.browser("kim");
  const pages: readonly [string, string][] = [
    ["a.html", "<!DOCTYPE html><script>alert(1)</script>"],
    ["a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ["a.xml", '<?xml version="1.0"?><x xmlns="http://www.w3.org/1999/xhtml"/>'],
    ["photo.png", "<html><body onload=alert(1)>"],
    ["a.js", "alert(1)"],
    ["a.css", "*{}"],
    ["a.pdf", "<script>%PDF-1.4</script>"],
    // Two formats in one: the viewer would save it under a name that opens as a page.
    ["a.pdf.html", "%PDF-1.4\n<script>alert(1)</script>"],
    ["a.gif.htm", "GIF89a<script>alert(1)</script>"],
  ];
  for (const [name, text] of pages) {
    await (await attach(office, kim, `customer=${id}`, name, bytes(text))).text();
    const response = await kim.get(`/attachments/${files()[0]?.id}`);
    await response.body?.cancel();
    equal(response.headers.get("content-type"), "application/octet-stream", name);
    match(response.headers.get("content-disposition")!, /^attachment; /, name);
    match(response.headers.get("content-security-policy")!, /^sandbox;/, name);
  }
});

Deno.test("a file above the limit is refused before a byte is read, with a sentence", async () => {
  const { office, id, rows } = withCustomer();
  using _ = office;
  setUploadLimit(office.store, "file", 1);
  let asked = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      asked += 1;
      controller.enqueue(new Uint8Array(65_536));
    },
  }, { highWaterMark: 0 });
  const response = await attach(office, office.browser("kim"), `customer=${id}`, "big", body, {
    "content-length": String(2 * 1024 ** 3),
  });
  equal(response.status, 413);
  match(await response.text(), /파일이 너무 큽니다\. 1 MB까지/);
  equal(asked, 0);
  equal(rows().files, 0);
});

Deno.test("one that says nothing of its length is refused before a byte is read", async () => {
  const { office, id, rows } = withCustomer();
  using _ = office;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new Error("somebody read it"));
    },
  }, { highWaterMark: 0 });
  for (const length of ["", "-1", "1e3"]) {
    const headers = length === "" ? {} : { "content-length": length };
    const to = `customer=${id}`;
    const response = await attach(office, office.browser("kim"), to, "x", body, headers);
    equal(response.status, 400);
    match(await response.text(), /길이를 알 수 없어/);
  }
  equal(rows().files, 0);
});

Deno.test("one that says less than it sends ends at the limit, and nothing of it stays", async () => {
  const { office, id, files, rows } = withCustomer();
  using _ = office;
  setUploadLimit(office.store, "file", 1);
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536));
    },
  }, { highWaterMark: 0 });
  const response = await attach(office, office.browser("kim"), `customer=${id}`, "big", endless, {
    "content-length": "10",
  });
  equal(response.status, 413);
  await response.body?.cancel();
  equal(sent <= 1024 * 1024 + 2 * 65_536, true, `${sent} bytes were taken`);
  deepEqual([files(), rows().files], [[], 0]);
});

Deno.test("an upload that breaks off leaves nothing to be seen", async () => {
  const { office, id, files, rows } = withCustomer();
  using _ = office;
  let pulls = 0;
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulls += 1;
      if (pulls > 8) controller.error(new Error("the cable is out"));
      else controller.enqueue(new Uint8Array(65_536));
    },
  });
  const response = await attach(office, office.browser("kim"), `customer=${id}`, "x", broken, {
    "content-length": "1000000",
  });
  equal(response.status, 400);
  match(await response.text(), /다시 첨부해 주세요/);
  deepEqual([files(), rows().files], [[], 0]);
});

Deno.test("an agent attaches to their own calls and to any customer, not to another's call", async () => {
  const { office, id, call, files } = withCustomer();
  using _ = office;
  const [kim, lee] = [office.browser("kim"), office.browser("lee")];
  equal((await attach(office, kim, `call=${call.id}`, "a", PNG)).status, 200);
  equal((await attach(office, lee, `call=${call.id}`, "b", PNG)).status, 403);
  equal((await attach(office, lee, `customer=${id}`, "c", PNG)).status, 200);
  for (const nowhere of ["", "customer=99", "call=99", "consultation=99", "customer=x"]) {
    equal((await attach(office, kim, nowhere, "d", PNG)).status, 404, nowhere);
  }
  deepEqual(files().map((file) => file.name), ["c", "a"]);
  match(await (await kim.get("/desk")).text(), /data-files="call=1"/);
});

Deno.test("who attached a file may take it away and bring it back, another agent may not", async () => {
  const { office, id, files } = withCustomer();
  using _ = office;
  const [kim, lee] = [office.browser("kim"), office.browser("lee")];
  await (await attach(office, kim, `customer=${id}`, "a.txt", bytes("a"))).text();
  const file = files()[0]!.id;
  equal((await lee.send(`/attachments/${file}/remove?customer=${id}`, {})).status, 403);
  const removed = await kim.send(`/attachments/${file}/remove?customer=${id}`, {});
  match(await removed.text(), /‘a\.txt’ 파일을 지웠습니다/);
  equal((await kim.get(`/attachments/${file}`)).status, 404);
  await (await kim.send(`/attachments/${file}/restore?customer=${id}`, {})).text();
  equal((await kim.get(`/attachments/${file}`)).status, 200);
  equal(
    (await office.browser("super").send(`/attachments/${file}/remove?customer=${id}`, {})).status,
    200,
  );
});

Deno.test("hostile names are shown as text and harm no header", async () => {
  const { office, id, files } = withCustomer();
  using _ = office;
  const kim = office.browser("kim");
  const names = [
    "<script>alert(1)</script>.png",
    'a"b\r\nSet-Cookie: x=1.png',
    "x".repeat(10_000),
    "\u202egnp.exe",
    "=cmd|' /C calc'!A0",
    "nul\0.txt",
    "😀.txt",
    "",
  ];
  for (const name of names) {
    const response = await attach(office, kim, `customer=${id}`, name, PNG);
    equal(response.status, 200, name.slice(0, 20));
    equal((await response.text()).includes("<script>alert"), false);
    const back = await kim.get(`/attachments/${files()[0]?.id}`);
    await back.body?.cancel();
    equal(back.headers.has("set-cookie"), false);
    equal([...files()[0]!.name].length <= 200, true);
  }
});

Deno.test("a page of another site can neither attach nor take away", async () => {
  const { office, id, rows } = withCustomer();
  using _ = office;
  const headers = { origin: "http://evil.test", "sec-fetch-site": "cross-site" };
  const response = await attach(office, office.browser("kim"), `customer=${id}`, "a", PNG, headers);
  equal(response.status, 403);
  await response.body?.cancel();
  equal(rows().files, 0);
});

Deno.test("an administrator sets the limit, within reason", async () => {
  const { office } = withCustomer();
  using _ = office;
  const admin = office.browser("admin");
  for (const file of ["", "0", "2049", "-1", "ten", "1e3"]) {
    equal((await admin.post("/settings/attachments", { file, day: "500" })).status, 422, file);
    equal(
      (await admin.post("/settings/attachments", { file: "5", day: file })).status === 422,
      file !== "2049",
    );
  }
  equal((await admin.post("/settings/attachments", { file: "100", day: "500" })).status, 303);
  const page = await (await admin.get("/settings/attachments")).text();
  match(page, /name="file"[^>]* value="100"/);
  match(page, /name="day"[^>]* value="500"/);
  equal((await office.browser("super").get("/settings/attachments")).status, 403);
});

Deno.test("what one person sends in a day has a limit, which colleagues and the next day do not feel", async () => {
  const { office, id, files } = withCustomer();
  using _ = office;
  setUploadLimit(office.store, "day", 1);
  const [kim, lee] = [office.browser("kim"), office.browser("lee")];
  const large = new Uint8Array(700_000);
  const send = (browser: typeof kim) => attach(office, browser, `customer=${id}`, "a", large);
  equal((await send(kim)).status, 200);
  const refused = await send(kim);
  equal(refused.status, 429);
  match(await refused.text(), /하루에 1 MB까지/);
  equal(files().length, 1);
  equal((await send(lee)).status, 200);
  office.now += 86_400_000;
  equal((await send(office.browser("kim"))).status, 200);
});
