import { equal, ok, rejects } from "node:assert/strict";
import { Worker } from "node:worker_threads";
import { AS_FOUND } from "../../lib/domain/import_contents.ts";
import { type ReaderLimits, readForeign } from "../../lib/jobs/import/staging/foreign_reader.ts";
import { lacks } from "../support/needs.ts";
import { madeWorkbook, ONE_CUSTOMER } from "../support/made_workbook.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const MB = 1024 * 1024;

async function unruly(
  how: string,
  limits: Partial<ReaderLimits>,
  signal = new AbortController().signal,
) {
  const over = new SharedArrayBuffer(4);
  try {
    return await readForeign({ file: how, rows: "", reading: AS_FOUND }, {
      signal,
      progress: () => undefined,
      limits,
      start: (order, heapMb) =>
        new Worker(new URL("./unruly_reader.ts", import.meta.url), {
          workerData: { ...order, over },
          resourceLimits: { maxOldGenerationSizeMb: heapMb },
        }),
    });
  } finally {
    Atomics.store(new Int32Array(over), 0, 1);
  }
}

async function readNext(): Promise<void> {
  await using folder = await temporaryFolder();
  const [file, rows] = [`${folder.path}/file`, `${folder.path}/rows`];
  await Deno.writeFile(file, madeWorkbook({ rows: ONE_CUSTOMER }));
  const { signal } = new AbortController();
  const order = { file, rows, reading: AS_FOUND };
  const contents = await readForeign(order, { signal, progress: () => undefined });
  equal(contents.rows, 1);
  equal(await Deno.readTextFile(rows), '[2,0,"김민수","010-1111-2222"]\n');
}

for (
  const [how, limits, code] of [
    ["turns for ever", { ms: 500 }, "reader_time"],
    ["fills its heap", { heapMb: 32, growsMb: 4000 }, "reader_memory"],
    ["fills the memory", { growsMb: 64 }, "reader_memory"],
    ["throws", {}, "reader_died"],
  ] as const
) {
  Deno.test({
    name: `a reader that ${how} is ended alone, with a reason, and the next file is read`,
    ignore: how === "fills its heap" && lacks("limited heaps"),
    async fn() {
      await rejects(() => unruly(how, limits), { name: "JobFailure", code });
      ok(Deno.memoryUsage().rss < 1000 * MB);
      await readNext();
    },
  });
}

Deno.test("a reading that is cancelled ends at once, whatever the file is like", async () => {
  const cancel = new AbortController();
  const reading = unruly("turns for ever", {}, cancel.signal);
  cancel.abort();
  await rejects(() => reading, { name: "AbortError" });
});
