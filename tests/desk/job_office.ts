import type { JobDesk } from "../../lib/desk/jobs/job_desk.ts";
import { CONSOLE } from "../../lib/domain/audit.ts";
import { DeskOffice } from "./desk_office.ts";
import { TestJobs } from "./test_jobs.ts";

/** The same office with jobs and a data folder of its own. */
export class JobOffice extends DeskOffice {
  readonly jobs = new TestJobs();
  readonly data = Deno.makeTempDirSync({ prefix: "belltower-test-" });

  override [Symbol.dispose](): void {
    super[Symbol.dispose]();
    Deno.removeSync(this.data, { recursive: true });
  }

  /** Where somebody asks, or the console, in their name. */
  jobDesk(login: string | "console"): JobDesk {
    const { jobs, data } = this;
    if (login === "console") {
      return { ...this.console, store: this.store.as(CONSOLE), jobs, data };
    }
    const { id, name } = this.staff(login);
    const store = this.store.as({ kind: "staff", staffId: id, name, address: "10.0.0.1" });
    return { ...this.desk(login), store, jobs, data };
  }

  /** What was started: `read_import import:1`. */
  get begun(): string[] {
    return this.jobs.started.map(({ kind, subject }) => `${kind} ${subject}`);
  }
}
