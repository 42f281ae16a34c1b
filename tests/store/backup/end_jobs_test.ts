import { deepEqual, equal } from "node:assert/strict";
import { PROGRAM } from "../../../lib/domain/audit.ts";
import type { JobState } from "../../../lib/domain/job.ts";
import { makeBackup } from "../../../lib/store/backup/make_backup.ts";
import { prepareRestore } from "../../../lib/store/backup/prepare_restore.ts";
import { putInPlace } from "../../../lib/store/backup/put_in_place.ts";
import { openStore } from "../../../lib/store/open_store.ts";
import { addJob, dueJobs, jobById, keepJob, runningJobs } from "../../../lib/store/jobs.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";

const NOW = Date.UTC(2026, 10, 21, 5, 0, 0);

Deno.test("a restore does not do again what was to be done when the backup was made", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  const store = openStore(data);
  const added = (state: JobState) => {
    const job = { kind: "make_backup", lane: "heavy", subject: state, input: {} } as const;
    const id = addJob(store, { ...job, actor: PROGRAM, createdAt: NOW });
    const endedAt = state === "done" ? NOW : null;
    keepJob(store, { ...jobById(store, id)!, state, attempts: 1, endedAt });
    return id;
  };
  const [waiting, running, done] = [added("waiting"), added("running"), added("done")];
  const order = { data, file: `${folder.path}/backup`, passphrase: null, now: NOW };
  const signal = new AbortController().signal;
  await makeBackup({ ...order, program: "1", signal });
  store.close();
  await prepareRestore({ ...order, name: "backup", signal });
  putInPlace(data, NOW + 1000);
  const restored = openStore(data);
  for (const id of [waiting, running]) {
    const { state, endedAt, failure } = jobById(restored, id)!;
    deepEqual([state, endedAt, failure?.code], ["cancelled", NOW + 1000, "restored"]);
  }
  equal(jobById(restored, done)?.state, "done");
  deepEqual([dueJobs(restored, "heavy", NOW * 2, 9), runningJobs(restored)], [[], []]);
  restored.close();
});
