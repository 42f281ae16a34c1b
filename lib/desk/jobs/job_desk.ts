import { PROGRAM } from "../../domain/audit.ts";
import type { JobStatus } from "../../domain/job.ts";
import type { JobKind, JobKinds } from "../../domain/job_kind.ts";
import type { FolderDesk } from "../folder_desk.ts";
import type { JobQueue } from "./job_queue.ts";

/** Where somebody asks for what takes long. */
export interface JobDesk extends FolderDesk {
  readonly jobs: JobQueue;
}

/** Starts a job in the name of whoever asks: the audit notes what it does as theirs. */
export function startJob<Kind extends JobKind>(
  { jobs, store }: JobDesk,
  kind: Kind,
  input: JobKinds[Kind]["input"],
  subject: string,
): JobStatus {
  return jobs.start(kind, input, subject, store.acting?.actor ?? PROGRAM);
}
