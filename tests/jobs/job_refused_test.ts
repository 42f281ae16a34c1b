import { deepEqual, equal, match, throws } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { Jobs } from "../../lib/jobs/jobs.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { jobById } from "../../lib/store/jobs.ts";
import { passingStore } from "../support/passing_store.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";
import { WebOffice } from "../support/web_office.ts";

const startWorker = () =>
  new Worker(new URL("./stub_worker.ts", import.meta.url), { type: "module" });

Deno.test("a full disk that does not take a job says so to whoever wants it, and nothing of the page is stored", async () => {
  const store = passingStore();
  const jobs = new Jobs(store, "", { startWorker });
  store.get("PRAGMA max_page_count = 1"); // of those that there are, none more
  const start = () =>
    store.transaction(() => {
      store.run("INSERT INTO settings (key, value) VALUES ('with the job', '1')");
      // A name that needs a page of its own.
      jobs.start("make_backup", { program: "x".repeat(100_000) }, "backup");
    });
  throws(start, { name: "DatabaseRefused", why: "full" });
  equal(jobs.latest("backup"), null);
  equal(store.get("SELECT 1 FROM settings WHERE key = 'with the job'"), undefined);
  store.get("PRAGMA max_page_count = 100000");
  jobs.start("tidy_imports", null, "tidy");
  equal((await jobs.over(1)).state, "done", "when there is room it works again");
  await jobs.stop();
});

Deno.test("the page on which a job cannot be stored says that nothing can be stored, and offers to try again", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  office.store.get("PRAGMA query_only = ON");
  const answer = await admin.post("/settings/backup/now", {});
  equal(answer.status, 503);
  match(await answer.text(), /저장/);
  office.store.get("PRAGMA query_only = OFF");
  deepEqual(office.store.all("SELECT id FROM jobs"), []);
});

Deno.test("how a job ended while nothing could be written is known at once, keeps its lane free, and is noted when it can be", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path);
  const jobs = new Jobs(store, folder.path, { startWorker });
  const other = new DatabaseSync(`${folder.path}/belltower.sqlite`);
  try {
    const { id } = jobs.start("check_import", { importId: 1 }, "import");
    await until(() => jobs.status(id)?.state === "running");
    other.exec("PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE");
    jobs.cancel(id);
    equal((await jobs.over(id)).state, "cancelled");
    deepEqual([jobs.latest("import")?.state, jobById(store, id)?.state], ["cancelled", "running"]);
    other.exec("ROLLBACK");
    const next = jobs.start("check_import", { importId: 2 }, "import");
    await until(() => jobs.status(next.id)?.state === "running");
    store.late.write();
    deepEqual([jobById(store, id)?.state, store.late.size], ["cancelled", 0]);
  } finally {
    other.close();
    await jobs.stop();
    store.close();
  }
});
