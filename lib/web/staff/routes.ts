import { type Route, staff } from "../route.ts";
import { staffActivate } from "./staff_activate.ts";
import { staffCreate, staffNew } from "./staff_create.ts";
import { staffList } from "./staff_list.ts";
import { staffPassword } from "./staff_password.ts";
import { staffShow } from "./staff_show.ts";
import { staffSignOut } from "./staff_sign_out.ts";
import { staffSkills } from "./staff_skills.ts";
import { staffUpdate } from "./staff_update.ts";

export const routes: readonly Route[] = [
  staff("GET /settings/staff", "staff.manage", "nothing", staffList),
  staff("POST /settings/staff", "staff.manage", "changes", staffCreate),
  staff("GET /settings/staff/new", "staff.manage", "nothing", staffNew),
  staff("GET /settings/staff/:id", "staff.manage", "nothing", staffShow),
  staff("POST /settings/staff/:id", "staff.manage", "changes", staffUpdate),
  staff("POST /settings/staff/:id/password", "staff.manage", "changes", staffPassword),
  staff("POST /settings/staff/:id/active", "staff.manage", "changes", staffActivate),
  staff("POST /settings/staff/:id/skills", "staff.manage", "changes", staffSkills),
  staff("POST /settings/staff/:id/sign-out", "staff.manage", "changes", staffSignOut),
];
