import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { passed } from "../../lib/base/passed.ts";
import { PROGRAM } from "../../lib/domain/audit.ts";
import { ONCE, retryWait } from "../../lib/domain/retry.ts";
import { JOB_RULES, type JobRule } from "../../lib/jobs/job_rules.ts";
import { Jobs } from "../../lib/jobs/jobs.ts";
import type { Store } from "../../lib/store/database.ts";
import { addJob, jobById } from "../../lib/store/jobs.ts";
import { hastyTime } from "../support/hasty_time.ts";
import { logOf } from "../support/log_of.ts";
import { passingStore } from "../support/passing_store.ts";
import { until } from "../support/wait.ts";

/** Kinds of lanes in which the program has no work yet, and of one that is kept busy by something else. */
const RULES: Readonly<Record<string, JobRule>> = {
  ...JOB_RULES,
  toy_mail: { lane: "mail", again: true, tries: { most: 3, firstMs: 60_000, longestMs: 90_000 } },
  toy_hook: { lane: "webhooks", again: false, tries: { most: 2, firstMs: 10, longestMs: 10 } },
  read_import: { ...JOB_RULES.read_import, tries: { most: 2, firstMs: 0, longestMs: 0 } },
};

/** The office's jobs, at a worker that is `file`, which needs no data folder. */
const jobsAt = (file: string, store = passingStore(), now: () => number = Date.now) =>
  new Jobs(store, "", {
    ...{ rules: RULES, now },
    startWorker: () => new Worker(new URL(file, import.meta.url), { type: "module" }),
  });

/** Starts a job of a kind that the program does not have. */
function startToy(jobs: Jobs, kind: string, fails: number, code = "held"): number {
  const input = { fails, failure: { code, limit: 0 } };
  return jobs.start(kind as "tidy_imports", input as unknown as null, kind).id;
}

Deno.test("a worker that dies takes along what it was at; what may begin anew does so until it has ended several", async () => {
  const jobs = jobsAt("./stub_worker.ts");
  const lost = jobs.start("undo_import", { importId: 1 }, "undo");
  const waits = jobs.start("write_import", { importId: 1 }, "write");
  const dies = jobs.start("read_import", { importId: 1 }, "read");
  const died = await jobs.over(dies.id);
  deepEqual([died.state, died.attempts, died.failure?.code], ["failed", 2, "failed"]);
  for (const { id } of [lost, waits]) equal((await jobs.over(id)).state, "failed");
  const next = jobs.start("tidy_imports", null, "tidy");
  equal((await jobs.over(next.id)).state, "done");
  deepEqual(["write", "tidy", "backup"].map((subject) => jobs.latest(subject)?.id), [
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
  const store = passingStore();
  const jobs = jobsAt("./stub_worker.ts", store);
  // A stop does not wait for one that is still being loaded.
  await jobs.over(jobs.start("tidy_imports", null, "tidy").id);
  await jobs.stop();
  equal(new Int32Array(store.claims)[0], 1);
});

Deno.test("a job of one lane does not wait for another lane's, and within a lane one comes after the other", async () => {
  const jobs = jobsAt("./stub_worker.ts");
  // The stub does nothing with it: the lane of files is busy until somebody cancels.
  const busy = jobs.start("check_import", { importId: 1 }, "first");
  const second = jobs.start("check_import", { importId: 2 }, "second");
  equal((await jobs.over(startToy(jobs, "toy_mail", 0))).state, "done");
  equal((await jobs.over(jobs.start("tidy_imports", null, "tidy").id)).state, "done");
  deepEqual([busy, second].map(({ id }) => jobs.status(id)?.state), ["running", "waiting"]);
  jobs.cancel(busy.id);
  equal((await jobs.over(busy.id)).state, "cancelled");
  await until(() => jobs.status(second.id)?.state === "running");
  const third = jobs.start("check_import", { importId: 3 }, "third");
  jobs.cancel(third.id);
  equal((await jobs.over(third.id)).state, "cancelled", "one that has not begun");
  equal(jobs.status(third.id)?.attempts, 0);
  await jobs.stop();
});

Deno.test("what may pass is tried again behind a wait that grows, as often as its kind says; what may not is over at once", async () => {
  let now = 1_000_000;
  const jobs = jobsAt("./stub_worker.ts", passingStore(), () => now);
  const id = startToy(jobs, "toy_mail", 2);
  for (const [attempts, least, most] of [[1, 30_000, 60_000], [2, 45_000, 90_000]] as const) {
    const { state, failure, nextAt, ...rest } = await jobs.attempted(id);
    deepEqual([state, failure?.code, rest.attempts], ["waiting", "held", attempts]);
    ok(nextAt - now >= least && nextAt - now <= most, `${nextAt - now} ms`);
    now = nextAt - 1;
    jobs.look();
    equal(jobs.status(id)?.state, "waiting", "not before its time");
    now = nextAt;
    jobs.look();
  }
  deepEqual([(await jobs.over(id)).state, jobs.status(id)?.failure], ["done", null]);
  // A webhook has two attempts, and one of something that does not pass by itself.
  for (const [code, attempts] of [["held", 2], ["foreign", 1]] as const) {
    const hook = startToy(jobs, "toy_hook", 9, code);
    if (attempts === 2) now = (await jobs.attempted(hook)).nextAt;
    jobs.look();
    const over = await jobs.over(hook);
    deepEqual([over.state, over.failure?.code, over.attempts], ["failed", code, attempts]);
  }
  await jobs.stop();
});

Deno.test("a person may have a job that failed tried at once, and a newer one takes the place of one that waits for that", async () => {
  const now = 1_000_000;
  const jobs = jobsAt("./stub_worker.ts", passingStore(), () => now);
  const id = startToy(jobs, "toy_mail", 1);
  equal((await jobs.attempted(id)).state, "waiting");
  jobs.redo(id);
  deepEqual([(await jobs.over(id)).state, jobs.status(id)?.attempts], ["done", 1]);
  jobs.redo(id);
  equal(jobs.status(id)?.state, "done", "one that is done is not begun anew");
  const old = startToy(jobs, "toy_mail", 1);
  await jobs.attempted(old);
  const next = startToy(jobs, "toy_mail", 0);
  equal(jobs.status(old)?.state, "cancelled");
  equal((await jobs.over(next)).state, "done");
  jobs.redo(old);
  equal(jobs.status(old)?.state, "cancelled", "nor is one that something newer has done");
  // Of an import that failed to be written nothing is left that could be written.
  const never = jobs.start("write_import", { importId: 1 }, "import");
  await jobs.over(never.id);
  jobs.redo(never.id);
  equal(jobs.status(never.id)?.state, "failed");
  await jobs.stop();
});

/** A row as a server leaves it that is killed while it is at work on it for the time of that number. */
function leftRunning(store: Store, kind: string, attempts: number): number {
  const job = { kind, lane: "heavy", subject: kind, input: {}, actor: PROGRAM } as const;
  const id = addJob(store, { ...job, createdAt: 1 });
  store.run("UPDATE jobs SET state = 'running', attempts = ? WHERE id = ?", attempts, id);
  return id;
}

Deno.test("after a kill a job that waited goes on, one at work begins anew where its kind may, else it was interrupted", async () => {
  const store = passingStore();
  const job = { lane: "heavy", input: {}, actor: PROGRAM, createdAt: 1 } as const;
  const waited = addJob(store, { ...job, kind: "tidy_imports", subject: "waited" });
  const again = leftRunning(store, "tidy_imports", 1);
  const poison = leftRunning(store, "tidy_imports", JOB_RULES.tidy_imports.tries.most);
  const written = leftRunning(store, "write_import", 1);
  const unknown = leftRunning(store, "of_a_newer_program", 1);
  const jobs = jobsAt("./stub_worker.ts", store);
  jobs.settle();
  jobs.look();
  for (const id of [waited, again]) equal((await jobs.over(id)).state, "done");
  for (const id of [poison, written, unknown]) {
    const { state, failure } = jobs.status(id)!;
    deepEqual([state, failure], ["failed", { code: "interrupted", limit: 0 }]);
  }
  await jobs.stop();
});

Deno.test("a row that somebody has spoilt by hand fails by itself, and keeps its lane and its list going", async () => {
  const store = passingStore();
  const jobs = jobsAt("./stub_worker.ts", store);
  const spoilt = ["constructor", "tidy_imports"].map((kind) =>
    addJob(store, {
      ...{ kind, lane: "heavy", subject: kind, input: null, actor: PROGRAM, createdAt: 0 },
    })
  );
  store.run("UPDATE jobs SET input = '{', actor = 'x', failure = '{' WHERE id = ?", spoilt[1]!);
  const next = jobs.start("tidy_imports", null, "next");
  equal((await jobs.over(next.id)).state, "done");
  equal((await jobs.over(spoilt[0]!)).failure?.code, "interrupted");
  deepEqual(jobs.list("all", null, 10).map(({ actor }) => actor), [PROGRAM, PROGRAM, PROGRAM]);
  await jobs.stop();
});

Deno.test("a secret is in no row, and a job that has lost it with its server is interrupted", async () => {
  const store = passingStore();
  const source = { file: "/backup", name: "backup", passphrase: "다시 찾을 비밀" };
  // Nobody looks: the server dies before it begins.
  const { id } = jobsAt("./stub_worker.ts", store).start("check_restore", source, "restore");
  deepEqual(jobById(store, id)?.input, { file: "/backup", name: "backup" });
  const jobs = jobsAt("./stub_worker.ts", store);
  jobs.look();
  equal((await jobs.over(id)).failure?.code, "interrupted");
  await jobs.stop();
});

Deno.test("a job is written with the page that starts it or not at all, and begins when that is stored", async () => {
  const store = passingStore();
  const jobs = jobsAt("./stub_worker.ts", store);
  let id = 0;
  await rejects(() =>
    Promise.resolve().then(() =>
      store.transaction(() => {
        id = jobs.start("tidy_imports", null, "tidy").id;
        throw new Error("the page fails");
      })
    ), { message: "the page fails" });
  equal(jobs.status(id), null);
  await jobs.over(jobs.start("tidy_imports", null, "tidy").id);
  equal(jobs.latest("tidy")?.attempts, 1);
  await jobs.stop();
});

Deno.test("what waits for a worker that stops is told, goes on at the next start, and does not wait for ever", async () => {
  const store = passingStore();
  const jobs = jobsAt("./mute_worker.ts", store);
  const { id } = jobs.start("tidy_imports", null, "tidy");
  const lost = startToy(jobs, "toy_hook", 0);
  await until(() => jobs.status(id)?.state === "running");
  const reader = jobs.exportStream({
    ...{ what: "calls", format: "csv", headings: "words", language: "ko" } as const,
    ...{ timeZone: "Asia/Seoul", query: {} },
  }).getReader();
  const [read] = [reader.read()];
  const refused = rejects(() => read, /stops/);
  const over = jobs.over(id);
  await jobs.stop();
  deepEqual([(await over).state, jobById(store, id)?.attempts], ["waiting", 0]);
  equal(jobById(store, lost)?.failure?.code, "interrupted");
  await refused;
  // It is ended, whatever it was at.
  const counted = () => Atomics.load(new Int32Array(store.claims), 0);
  await until(async () => {
    const before = counted();
    await passed(50);
    return counted() === before;
  });
});

Deno.test("a stop leaves no timer behind", async () => {
  const jobs = jobsAt("./stub_worker.ts");
  await jobs.over(jobs.start("tidy_imports", null, "tidy").id);
  using time = hastyTime();
  await jobs.stop();
  equal(time.waiting, 0);
});

Deno.test("waits double up to the longest, and chance takes up to half of each", () => {
  const tries = { most: 9, firstMs: 1000, longestMs: 5000 };
  deepEqual([1, 2, 3, 4, 9].map((attempt) => retryWait(tries, attempt, 0)), [
    ...[500, 1000, 2000, 2500, 2500],
  ]);
  deepEqual([1, 2, 9].map((attempt) => retryWait(tries, attempt, 0.998)), [999, 1998, 4995]);
  equal(retryWait(ONCE, 1, 0.5), 0);
});
