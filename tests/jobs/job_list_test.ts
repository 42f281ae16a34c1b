import { equal, rejects } from "node:assert/strict";
import { Jobs } from "../../lib/jobs/jobs.ts";

/** Jobs at a worker that is `file`, which needs no data folder. */
const jobsAt = (file: string) =>
  new Jobs("", {
    startWorker: () => new Worker(new URL(file, import.meta.url), { type: "module" }),
  });

Deno.test("a worker that dies takes along what it had, and the next job has another one", async () => {
  const jobs = jobsAt("./stub_worker.ts");
  const waits = jobs.start("check_import", { importId: 1 }, "check");
  const dies = jobs.start("read_import", { importId: 1 }, "read");
  equal((await jobs.over(dies.id)).state, "failed");
  equal((await jobs.over(waits.id)).state, "failed");
  const next = jobs.start("tidy_imports", null, "tidy");
  equal((await jobs.over(next.id)).state, "done");
  await rejects(() => jobs.over(99), { name: "RangeError", message: "there is no job 99" });
  await jobs.stop();
});

Deno.test("two hundred jobs are remembered, and all that are not over", async () => {
  const jobs = jobsAt("./stub_worker.ts");
  const waits = jobs.start("check_import", { importId: 1 }, "check");
  for (let i = 0; i < 199; i++) await jobs.over(jobs.start("tidy_imports", null, "tidy").id);
  equal(jobs.status(waits.id + 1)?.state, "done");
  await jobs.over(jobs.start("tidy_imports", null, "tidy").id);
  equal(jobs.status(waits.id + 1), null);
  equal(jobs.status(waits.id + 2)?.state, "done");
  equal(jobs.status(waits.id)?.state, "waiting");
  await jobs.stop();
});

Deno.test("what waits for a worker that stops is told, and does not wait for ever", async () => {
  const jobs = jobsAt("./mute_worker.ts");
  const { id } = jobs.start("tidy_imports", null, "tidy");
  const reader = jobs.exportStream({
    ...{ what: "calls", format: "csv", headings: "words", language: "ko" } as const,
    ...{ timeZone: "Asia/Seoul", query: {} },
  }).getReader();
  const [read] = [reader.read()];
  const refused = rejects(() => read, /stops/);
  await jobs.stop();
  equal((await jobs.over(id)).state, "failed");
  await refused;
});
