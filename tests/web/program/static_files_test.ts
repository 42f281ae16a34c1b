import { deepEqual, equal, match, notEqual, throws } from "node:assert/strict";
import { loadStaticFiles } from "../../../lib/web/static_files.ts";
import { WebOffice } from "../../support/web_office.ts";

const get = async (path: string, headers: Record<string, string> = {}) => {
  using office = new WebOffice();
  return await office.stranger().get(path, headers);
};

const htmx = loadStaticFiles().url("vendor/htmx.min.js");

Deno.test("a file under the hash of its version is kept for ever", async () => {
  const response = await get(htmx);
  equal(response.status, 200);
  equal(response.headers.get("cache-control"), "public, max-age=31536000, immutable");
  equal(response.headers.get("content-type"), "text/javascript; charset=utf-8");
  equal(response.headers.get("x-content-type-options"), "nosniff");
  match(await response.text(), /htmx/);
});

Deno.test("a file without the hash is asked for anew each time, and not sent again", async () => {
  const first = await get("/static/vendor/htmx.min.js");
  await first.body?.cancel();
  equal(first.headers.get("cache-control"), "no-cache");
  const again = await get("/static/vendor/htmx.min.js", {
    "if-none-match": first.headers.get("etag")!,
  });
  equal(again.status, 304);
  equal(await again.text(), "");
});

Deno.test("a file is not sent again to whoever has it, in whatever way they say which one they have", async () => {
  const path = "/static/vendor/htmx.min.js";
  const first = await get(path);
  await first.body?.cancel();
  const etag = first.headers.get("etag")!;
  const statuses = [];
  for (
    const said of [`W/${etag}`, `"older", ${etag}`, `"older",W/${etag} , "other"`, "*", `"older"`]
  ) {
    const again = await get(path, { "if-none-match": said });
    await again.body?.cancel();
    statuses.push(again.status);
  }
  deepEqual(statuses, [304, 304, 304, 304, 200]);
});

Deno.test("text is sent in gzip to whoever takes it, under an ETag of its own", async () => {
  const sheet = loadStaticFiles().url("sheets/signed_in.css");
  const plain = await get(sheet);
  const zipped = await get(sheet, { "accept-encoding": "br, gzip;q=0.5" });
  equal(zipped.headers.get("content-encoding"), "gzip");
  equal(plain.headers.get("content-encoding"), null);
  equal(zipped.headers.get("vary"), "Accept-Encoding");
  equal(plain.headers.get("vary"), "Accept-Encoding");
  notEqual(zipped.headers.get("etag"), plain.headers.get("etag"));
  const body = zipped.body!.pipeThrough(new DecompressionStream("gzip"));
  equal(await new Response(body).text(), await plain.text());
  const etag = zipped.headers.get("etag")!;
  const again = await get(sheet, { "accept-encoding": "gzip", "if-none-match": etag });
  equal(again.status, 304);
});

Deno.test("nothing is sent in gzip to whoever forbids it, nor what it makes no smaller", async () => {
  const forbidden = await get(htmx, { "accept-encoding": "gzip;q=0, identity" });
  equal(forbidden.headers.get("content-encoding"), null);
  match(await forbidden.text(), /htmx/);
  const font = loadStaticFiles().url("vendor/PretendardVariable.woff2");
  const sent = await get(font, { "accept-encoding": "gzip" });
  equal(sent.headers.get("content-encoding"), null);
  equal(sent.headers.get("vary"), null);
  await sent.body?.cancel();
});

Deno.test("nothing outside of the folder can be had by any spelling", async () => {
  const spellings = [
    "../deno.json",
    "%2e%2e/deno.json",
    "..%2fdeno.json",
    "..\\deno.json",
    "base/../../deno.json",
    "/etc/passwd",
    "%00",
    "base",
    "",
  ];
  for (const path of spellings) {
    const response = await get(`/static/${path}`);
    await response.body?.cancel();
    equal(response.status, 404, path);
  }
});

Deno.test("a template that names a file which is not there is told so", () => {
  throws(() => loadStaticFiles().url("base/none.css"), /There is no static file base\/none\.css/);
});
