import { may } from "../../domain/role_permissions.ts";
import type { Staff } from "../../domain/staff.ts";
import { megabytes } from "../../store/data_folder.ts";
import { unknownAddress } from "../../store/sign_ins.ts";
import type { NoticeView } from "../page_data.ts";
import type { Visit } from "../visit.ts";
import { backupTroubleOf } from "./backup_trouble_view.ts";

/** Each says one thing, to those whom it concerns; null while there is nothing to say. */
const NOTICES: readonly ((visit: Visit, person: Staff) => NoticeView | null)[] = [
  faultNotice,
  newAddressNotice,
  spaceNotice,
  logNotice,
  backupNotice,
  certificateNotice,
];

/** What this person is told at the top of each page until it is over, the most urgent first; a stranger nothing. */
export function noticesView(visit: Visit): NoticeView[] {
  const { person } = visit;
  if (person === null) return [];
  const all = NOTICES.map((notice) => notice(visit, person));
  return all.filter((notice) => notice !== null);
}

/** Everybody: what they write now is not kept. */
function faultNotice({ web, t }: Visit): NoticeView | null {
  const fault = web.health.faults()[0];
  return fault === undefined ? null : { text: t(`notice.${fault.part}`), link: null };
}

function newAddressNotice({ store, t }: Visit, person: Staff): NoticeView | null {
  const address = unknownAddress(store, person.id)?.address;
  if (address === undefined) return null;
  const link = { href: "/account", text: t("account.new_address_look") };
  return { text: t("account.new_address", { address }), link };
}

function spaceNotice({ web, t }: Visit, person: Staff): NoticeView | null {
  const { level, freeBytes } = web.space;
  if (level === "enough" || !may(person.role, "server.look_after")) return null;
  return { text: t(`notice.space_${level}`, { free: megabytes(freeBytes) }), link: null };
}

function logNotice({ web, t }: Visit, person: Staff): NoticeView | null {
  const { bytes, grows } = web.space.log;
  if (!grows || !may(person.role, "server.look_after")) return null;
  return { text: t("notice.log_grows", { size: megabytes(bytes) }), link: null };
}

function backupNotice(visit: Visit): NoticeView | null {
  const { t } = visit;
  const trouble = backupTroubleOf(visit);
  if (trouble === null) return null;
  const link = { href: "/settings/backup", text: t("backup.look") };
  return { text: t(`backup.trouble_${trouble}`), link };
}

function certificateNotice({ web, t }: Visit, person: Staff): NoticeView | null {
  const left = web.https?.leftOut ?? [];
  if (left.length === 0 || !may(person.role, "server.look_after")) return null;
  return { text: t("notice.certificate", { left: left.join(", ") }), link: null };
}
