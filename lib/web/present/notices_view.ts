import { rightsOf } from "../../domain/rights.ts";
import type { Staff } from "../../domain/staff.ts";
import { isBackupLate } from "../../store/backup/backup_settings.ts";
import { unknownAddress } from "../../store/sign_ins.ts";
import type { NoticeView } from "../view_data.ts";
import type { Visit } from "../visit.ts";

/** Each says one thing, to those whom it concerns; null while there is nothing to say. */
const NOTICES: readonly ((visit: Visit, person: Staff) => NoticeView | null)[] = [
  faultNotice,
  newAddressNotice,
  backupNotice,
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

function backupNotice({ store, now, t }: Visit, person: Staff): NoticeView | null {
  if (!rightsOf(person.role).hear_of_backups || !isBackupLate(store, now)) return null;
  return { text: t("backup.late"), link: { href: "/settings/backup", text: t("backup.look") } };
}
