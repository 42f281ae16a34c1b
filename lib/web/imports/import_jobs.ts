import { isOver, type JobStatus } from "../../domain/job.ts";
import { importJob } from "../../domain/job_subject.ts";
import type { Store } from "../../store/database.ts";
import { type Import, requireImport } from "../../store/imports.ts";
import { setting } from "../../store/settings.ts";
import { idParam } from "../params.ts";
import type { Visit, WebContext } from "../visit.ts";

const MB = 1024 * 1024;
const DEFAULT_MB = 100;

/** The most bytes that an uploaded file may have: the setting `import.most_megabytes`, 100 where nobody has set it. */
export function importLimit(store: Store): number {
  const megabytes = Number(setting(store, "import.most_megabytes") ?? DEFAULT_MB);
  return (megabytes >= 1 && megabytes <= 2000 ? megabytes : DEFAULT_MB) * MB;
}

/** The import of the route. Throws `NotFound`. */
export function importOf(c: WebContext, visit: Visit): Import {
  return requireImport(visit.store, idParam(c));
}

/** The job that is at work on an import, or waits to be; null where there is none. */
export function jobOf(visit: Visit, importId: number): JobStatus | null {
  const job = visit.web.jobs.latest(importJob(importId));
  return job === null || isOver(job) ? null : job;
}
