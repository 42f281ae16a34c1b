import { type Route, staff } from "../route.ts";
import { customerWork } from "./customer_work.ts";
import { missedList } from "./missed_list.ts";
import { reminderClose } from "./reminder_close.ts";
import { reminderList } from "./reminder_list.ts";
import { taskCreate } from "./task_create.ts";
import { taskNew } from "./task_new.ts";
import { workArrange } from "./work_arrange.ts";
import { workChange } from "./work_change.ts";
import { workList } from "./work_list.ts";
import { workShow } from "./work_show.ts";

export const routes: readonly Route[] = [
  staff("GET /work", "work.do", "nothing", workList),
  staff("POST /work", "work.do", "changes", taskCreate),
  staff("GET /work/new", "work.do", "nothing", taskNew),
  staff("GET /work/:id", "work.do", "nothing", workShow),
  staff("POST /work/:id", "work.do", "changes", workChange),
  staff("POST /work/:id/arrange", "work.do", "changes", workArrange),
  staff("POST /work/:id/reminder", "work.do", "seen", reminderClose),
  staff("GET /customers/:id/work", "work.do", "nothing", customerWork),
  staff("GET /reminders", "work.do", "nothing", reminderList),
  // As it was called before there was other work: scripts and bookmarks know it.
  staff("GET /missed", "work.do", "nothing", missedList),
  staff("POST /missed/:id", "work.do", "changes", workChange),
];
