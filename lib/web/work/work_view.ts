import { mayChangeWork } from "../../desk/work/changeable_work.ts";
import type { Work } from "../../domain/work.ts";
import { customerBrief, firstLine, numberViewOrNull, timeView, timeViewOrNull } from "../basics.ts";
import { deskOf } from "../desk_of.ts";
import type { StaffVisit } from "../visit.ts";
import type { WorkView } from "./work_data.ts";

export function workView(visit: StaffVisit, work: Work): WorkView {
  const { customer, missed } = work;
  return {
    id: work.id,
    kind: work.kind,
    state: work.state,
    version: work.version,
    number: numberViewOrNull(visit, work.number),
    customer: customer === null ? null : customerBrief(customer),
    subject: firstLine(work.subject),
    due: timeView(visit, work.dueAt),
    late: work.doneAt === null && work.dueAt <= visit.now,
    staffName: work.staffName,
    mine: work.staffId === visit.person.id,
    done: timeViewOrNull(visit, work.doneAt),
    mayChange: mayChangeWork(deskOf(visit), work),
    callId: work.callId,
    consultationId: work.consultationId,
    missed: missed === null ? null : {
      tries: missed.tries,
      last: timeView(visit, missed.lastAt),
      rang: missed.rang,
      reachedBy: missed.reachedBy,
    },
  };
}
