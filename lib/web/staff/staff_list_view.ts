import { lastSignIns } from "../../store/sign_ins.ts";
import { listStaff } from "../../store/staff.ts";
import type { StaffListView } from "./staff_data.ts";
import type { Visit } from "../visit.ts";
import { extensionNames } from "../frame/extension_names.ts";
import { signInView } from "../account/sign_in_view.ts";

/** Everybody: who works here first, then who did. */
export function staffListView(visit: Visit): StaffListView {
  const signIns = lastSignIns(visit.store);
  const nameOf = extensionNames(visit);
  const rows = listStaff(visit.store).map(({ id, name, login, role, extensions, active }) => ({
    id,
    name,
    login,
    role,
    active,
    extensions: extensions.map(nameOf).join(", "),
    signedIn: signInView(visit, signIns.get(id)),
    here: visit.web.hub.attends(id),
  }));
  return { rows: [...rows.filter((row) => row.active), ...rows.filter((row) => !row.active)] };
}
