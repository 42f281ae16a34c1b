import type { JobQueue } from "../../lib/desk/jobs/job_queue.ts";
import type { Actor } from "../../lib/domain/audit.ts";
import type { JobStatus } from "../../lib/domain/job.ts";
import type { JobKind, JobKinds } from "../../lib/domain/job_kind.ts";

/** Jobs that nobody does: they wait for ever, and what was asked is remembered. */
export class TestJobs implements JobQueue {
  readonly started: { kind: JobKind; input: unknown; subject: string; actor: Actor }[] = [];
  readonly cancelled: number[] = [];
  readonly redone: number[] = [];

  start<Kind extends JobKind>(
    kind: Kind,
    input: JobKinds[Kind]["input"],
    subject: string,
    actor: Actor,
  ): JobStatus {
    this.started.push({ kind, input, subject, actor });
    return this.status(this.started.length)!;
  }

  status(id: number): JobStatus | null {
    const found = this.started[id - 1];
    if (found === undefined) return null;
    const { kind, subject } = found;
    return {
      ...{ id, kind, subject, attempts: 0, nextAt: 0, createdAt: 0, startedAt: null, done: 0 },
      ...{ endedAt: null, total: null, failure: null },
      state: this.cancelled.includes(id) ? "cancelled" : "waiting",
    };
  }

  latest(subject: string): JobStatus | null {
    return this.status(this.started.findLastIndex((one) => one.subject === subject) + 1);
  }

  cancel(id: number): void {
    this.cancelled.push(id);
  }

  redo(id: number): void {
    this.redone.push(id);
  }
}
