import { idParam } from "../params.ts";
import { fragment } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";
import { workPage, workShowView } from "./work_page.ts";

/** One piece of work: what it is about, who has it, what became of it. Its form stays as it is. */
export const workShow: StaffHandler = (c, visit) =>
  wantsFragment(c)
    ? fragment(c, visit, "work/work_facts", workShowView(visit, idParam(c)))
    : workPage(c, visit, idParam(c));
