import { deepEqual, equal, rejects } from "node:assert/strict";
import { passed } from "../../lib/base/passed.ts";
import { Jobs } from "../../lib/jobs/jobs.ts";
import { hastyTime } from "../support/hasty_time.ts";
import { logOf } from "../support/log_of.ts";
import { until } from "../support/wait.ts";

/** Jobs at a worker that is `file`, which needs no data folder. */
const jobsAt = (file: string, claims = new SharedArrayBuffer(4)) =>
  new Jobs("", {
    claims,
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
  deepEqual(["check", "tidy", "backup"].map((subject) => jobs.latest(subject)?.id), [
    ...[waits.id, next.id, undefined],
  ]);
  await rejects(() => jobs.over(99), { name: "RangeError", message: "there is no job 99" });
  await jobs.stop();
});

Deno.test("of a job that fails the log has the program's fault, and not the file's", async () => {
  const jobs = jobsAt("./stub_worker.ts");
  const log = await logOf(async () => {
    for (const kind of ["write_import", "undo_import"] as const) {
      const { id } = jobs.start(kind, { importId: 1 }, "import");
      deepEqual((await jobs.over(id)).failure, { code: "failed", limit: 0 });
    }
  });
  deepEqual(log, ["error: Job 2 failed: a fault of the program"]);
  await jobs.stop();
});

Deno.test("a worker is asked to stop, and waited for", async () => {
  const memory = new SharedArrayBuffer(4);
  const jobs = jobsAt("./stub_worker.ts", memory);
  // A stop does not wait for one that is still being loaded.
  await jobs.over(jobs.start("tidy_imports", null, "tidy").id);
  await jobs.stop();
  equal(new Int32Array(memory)[0], 1);
});

Deno.test("two hundred jobs are remembered, and all that are not over", async () => {
  const jobs = jobsAt("./stub_worker.ts");
  const waits = jobs.start("check_import", { importId: 1 }, "check");
  const cancelled = jobs.start("check_import", { importId: 1 }, "other");
  jobs.cancel(cancelled.id);
  equal((await jobs.over(cancelled.id)).state, "cancelled");
  for (let i = 0; i < 198; i++) await jobs.over(jobs.start("tidy_imports", null, "tidy").id);
  equal(jobs.status(cancelled.id)?.state, "cancelled");
  await jobs.over(jobs.start("tidy_imports", null, "tidy").id);
  equal(jobs.status(cancelled.id), null);
  equal(jobs.status(cancelled.id + 1)?.state, "done");
  equal(jobs.status(waits.id)?.state, "waiting");
  using time = hastyTime();
  await jobs.stop();
  equal(time.waiting, 0);
});

Deno.test("what waits for a worker that stops is told, and does not wait for ever", async () => {
  const memory = new SharedArrayBuffer(4);
  const jobs = jobsAt("./mute_worker.ts", memory);
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
  // It is ended, whatever it was at.
  const counted = () => Atomics.load(new Int32Array(memory), 0);
  await until(async () => {
    const before = counted();
    await passed(50);
    return counted() === before;
  });
});
