import type { Desk, StaffDesk } from "../desk/desk.ts";
import type { JobDesk } from "../desk/jobs/job_desk.ts";
import type { PhoneDesk } from "../desk/telephony/phone_desk.ts";
import type { StaffVisit, Visit } from "./visit.ts";

/** Where the use cases of this visit are asked for, by whoever is signed in. */
export function deskOf(visit: StaffVisit): StaffDesk {
  const { store, now, person: by } = visit;
  return { store, now, by, again: () => deskOf(visit.again()) };
}

/** The same for what a switch is to do. */
export function phoneDeskOf(visit: StaffVisit): PhoneDesk {
  const { telephony, dialRate } = visit.web;
  return { ...deskOf(visit), telephony, dialRate };
}

/** The same for what takes long, and what lies in files beside the database. */
export function jobDeskOf(visit: StaffVisit): JobDesk {
  const { jobs, data } = visit.web;
  return { ...deskOf(visit), jobs, data };
}

/** The same of somebody who typed the code of the first start: it stands on the console alone. */
export function consoleDeskOf({ store, now, web }: Pick<Visit, "store" | "now" | "web">): Desk {
  return {
    store,
    now,
    by: "console",
    again: () => consoleDeskOf({ store, web, now: web.clock() }),
  };
}
