import { type LastSignIn, lastSignIns } from "../../store/sign_ins.ts";
import { listStaff } from "../../store/staff.ts";
import type { StaffListView, StaffRowView } from "../settings_data.ts";
import type { Visit } from "../visit.ts";
import { timeView } from "./basics.ts";
import { extensionNames } from "./extension_names.ts";

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

export function signInView(
  visit: Visit,
  signIn: LastSignIn | undefined,
): StaffRowView["signedIn"] {
  return signIn === undefined ? null : { at: timeView(visit, signIn.at), address: signIn.address };
}
