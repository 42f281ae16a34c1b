import { deepEqual, equal } from "node:assert/strict";
import { Hono } from "hono";
import { HttpProblem } from "../../../lib/web/http_problem.ts";
import { saveUpload } from "../../../lib/web/uploads/upload.ts";
import type { WebEnv } from "../../../lib/web/visit.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";

/** Sends `body` to a route that takes `most` bytes; its answer, and what is in the folder afterwards. */
async function sent(
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
  headers: Record<string, string> = { "content-length": "10" },
): Promise<{ answer: string; files: string[] }> {
  await using folder = await temporaryFolder();
  const app = new Hono<WebEnv>();
  app.post("/", async (c) => {
    try {
      const checks = { begin: () => () => undefined, lookAgain: () => undefined };
      return c.text(String(await saveUpload(c, `${folder.path}/file`, most, checks)));
    } catch (error) {
      if (error instanceof HttpProblem) return c.text(`${error.problem} ${error.text}`);
      return c.text("broken");
    }
  });
  const response = await app.request("/", { method: "POST", body, headers });
  const answer = await response.text();
  return { answer, files: [...Deno.readDirSync(folder.path)].map(({ name }) => name) };
}

Deno.test("an upload is written as it came", async () => {
  deepEqual(await sent(new Uint8Array(5000), 5000), { answer: "5000", files: ["file"] });
});

Deno.test("an upload that says it is too large is refused before a byte of it is read", async () => {
  let asked = 0;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: () => void asked++,
  }, { highWaterMark: 0 });
  const two = String(2 * 1024 ** 3);
  const { answer, files } = await sent(body, 1024 ** 2, { "content-length": two });
  equal(answer, "too_large failure.too_large");
  deepEqual([files, asked], [[], 0]);
});

Deno.test("an upload that says nothing of its length is refused before a byte of it is read", async () => {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => controller.error(new Error("somebody read it")),
  }, { highWaterMark: 0 });
  const { answer, files } = await sent(body, 1024 ** 2, {});
  deepEqual([answer, files], ["bad_request file.no_length", []]);
});

Deno.test("an upload that lies about its length is cut off when it is too large, and leaves no file", async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      pulled++;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  const { answer, files } = await sent(endless, 1024 ** 2);
  equal(answer, "too_large failure.too_large");
  deepEqual(files, []);
  equal(pulled < 40, true);
});

Deno.test("an upload whose sender goes away leaves no file", async () => {
  const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(new Uint8Array(10)),
    pull: (controller) => controller.error(new Error("gone")),
  });
  deepEqual(await sent(broken, 1000), { answer: "broken", files: [] });
});
