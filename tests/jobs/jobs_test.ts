import { DatabaseSync } from "node:sqlite";
import { deepEqual, equal, ok } from "node:assert/strict";
import { importFolder } from "../../lib/store/import_folder.ts";
import { Jobs } from "../../lib/jobs/jobs.ts";
import { createCustomer } from "../../lib/store/customers.ts";
import type { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { createImport, importById } from "../../lib/store/imports.ts";
import { NOBODY, NOW } from "../store/fixtures.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";

function uploaded(store: Store, data: string, rows: number): number {
  const id = createImport(store, "list.csv", { by: null, at: NOW });
  Deno.mkdirSync(importFolder(data, id).path, { recursive: true });
  const lines = Array.from({ length: rows }, (_, i) => `손님${i},010-2222-${1000 + i}\n`);
  Deno.writeTextFileSync(importFolder(data, id).file, `이름,휴대폰\n${lines.join("")}`);
  return id;
}

Deno.test("the worker reads, stores and takes back a file while the server has its database open", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path, { exclusive: true });
  const jobs = new Jobs(store, folder.path);
  const importId = uploaded(store, folder.path, 50);
  try {
    for (const kind of ["read_import", "write_import", "undo_import"] as const) {
      const { id } = jobs.start(kind, { importId }, "import");
      equal((await jobs.over(id)).state, "done", kind);
    }
    equal(jobs.latest("import")?.kind, "undo_import");
    equal(importById(store, importId)?.state, "removed");
  } finally {
    await jobs.stop();
    store.close();
  }
});

Deno.test("a job that is cancelled ends as such, one that cannot be done says why", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path);
  const jobs = new Jobs(store, folder.path);
  const importId = uploaded(store, folder.path, 8000);
  try {
    await jobs.over(jobs.start("read_import", { importId }, "import").id);
    // While somebody else writes, it cannot be over before it is cancelled.
    const other = new DatabaseSync(`${folder.path}/belltower.sqlite`);
    const { id } = jobs.start("write_import", { importId }, "import");
    await until(() => jobs.status(id)?.state === "running", 10_000, "it runs");
    other.exec("PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE");
    jobs.cancel(id);
    other.close();
    equal((await jobs.over(id)).state, "cancelled");
    equal(store.all("SELECT 1 FROM customers").length, 0);
    const again = await jobs.over(jobs.start("undo_import", { importId }, "import").id);
    deepEqual(again.failure, { code: "file_gone", limit: 0 });
  } finally {
    await jobs.stop();
    store.close();
  }
});

Deno.test("a file that could not be read is read when somebody has it tried again", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path, { exclusive: true });
  const jobs = new Jobs(store, folder.path);
  const importId = uploaded(store, folder.path, 20);
  const { file } = importFolder(folder.path, importId);
  Deno.renameSync(file, `${file}.away`);
  try {
    const { id } = jobs.start("read_import", { importId }, "import");
    equal((await jobs.over(id)).state, "failed");
    equal(importById(store, importId)?.state, "failed");
    Deno.renameSync(`${file}.away`, file);
    jobs.redo(id);
    equal((await jobs.over(id)).state, "done");
    const { state, outcome } = importById(store, importId)!;
    deepEqual([state, outcome?.new], ["draft", 20]);
    // Once it is stored, a look at it would take the place of what came of it.
    await jobs.over(jobs.start("write_import", { importId }, "import").id);
    for (const kind of ["check_import", "read_import"] as const) {
      const late = jobs.start(kind, { importId }, "import");
      equal((await jobs.over(late.id)).failure?.code, "file_gone");
      const { outcome, failure } = importById(store, importId)!;
      deepEqual([outcome?.new, failure], [20, null], kind);
    }
  } finally {
    await jobs.stop();
    store.close();
  }
});

Deno.test("an export comes from the worker as fast as it is read, and may be left in the middle", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path);
  store.transaction(() => {
    for (let i = 0; i < 2000; i++) {
      createCustomer(store, { ...NOBODY, name: `손님${i}` }, { by: null, at: NOW });
    }
  });
  const jobs = new Jobs(store, folder.path);
  const request = {
    ...{ what: "customers", format: "jsonl", headings: "words", language: "ko" } as const,
    ...{ timeZone: "Asia/Seoul", query: {} },
  };
  try {
    const text = await new Response(jobs.exportStream(request) as BodyInit).text();
    equal(text.trimEnd().split("\n").length, 2000);
    const reader = jobs.exportStream(request).getReader();
    ok((await reader.read()).value!.length > 0);
    await reader.cancel();
  } finally {
    await jobs.stop();
    store.close();
  }
});
