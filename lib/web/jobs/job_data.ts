/** What the administrators' page of jobs is given (as view_data.ts). */
import type { JobState } from "../../domain/job.ts";
import type { KeeperName } from "../../domain/keeper.ts";
import type { JobShow } from "../../store/jobs.ts";
import type { TimeView } from "../basic_data.ts";

export interface JobRowView {
  readonly id: number;
  /** `백업` */
  readonly what: string;
  /** The file's name, where it is about one, and where it can be seen; empty without. */
  readonly about: string;
  readonly href: string;
  /** `again` waits to be tried again. */
  readonly state: JobState | "again";
  /** `1,200 / 5,000`; empty where nothing is known. */
  readonly done: string;
  /** 0 to 1; null where nobody knows how much there is, or it is not at work. */
  readonly share: number | null;
  readonly attempts: number;
  /** When it is tried again; null where it is not. */
  readonly next: TimeView | null;
  /** A sentence; empty where nothing failed. */
  readonly failure: string;
  /** Who started it. */
  readonly by: string;
  readonly createdAt: TimeView;
  readonly endedAt: TimeView | null;
  readonly mayCancel: boolean;
  readonly mayRedo: boolean;
}

/** `jobs/job_list` and `jobs/job_rows` */
export interface JobListView {
  readonly show: JobShow;
  readonly days: number;
  readonly rows: readonly JobRowView[];
  /** Where this part of the list is asked for anew, and how often. */
  readonly url: string;
  readonly everySeconds: number;
  /** Where older ones are; empty where there are none. */
  readonly older: string;
  readonly keepers: readonly {
    readonly name: KeeperName;
    readonly ranAt: TimeView | null;
    readonly failingSince: TimeView | null;
  }[];
}
