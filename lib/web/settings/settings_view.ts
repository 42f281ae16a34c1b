import { linesEnabled } from "../../store/lines.ts";
import type { SettingsView } from "./settings_data.ts";
import type { CheckName } from "../checklist/checklist_data.ts";
import type { StaffVisit } from "../visit.ts";
import { backupTroubleOf } from "../frame/backup_trouble_view.ts";
import { checklistView } from "../checklist/checklist_view.ts";

/** In which area it is put right. */
const AREA: Partial<Record<CheckName, string>> = { staff: "staff", trunks: "trunks" };

/** Every area of the settings, and what is wrong there. */
export function settingsView(visit: StaffVisit): SettingsView {
  const { checks, done } = checklistView(visit, false);
  const missing = checks.flatMap((one) => {
    const area = AREA[one.name];
    return one.done || area === undefined ? [] : [[area, one.state] as const];
  });
  const troubles = {
    ...Object.fromEntries(missing),
    ...lineTrouble(visit),
    ...backupTrouble(visit),
    ...keeperTrouble(visit),
  };
  return { troubles, done, checks: checks.length };
}

function lineTrouble({ store, web, t }: StaffVisit): Record<string, string> {
  const lines = linesEnabled(store);
  if (lines.length === 0) return { lines: t("check.line_none") };
  const closed = lines.filter(({ id }) => web.telephony.statusOf(id)?.state !== "open");
  return closed.length === 0 ? {} : { lines: t("settings.line_closed", { count: closed.length }) };
}

function keeperTrouble({ web, t }: StaffVisit): Record<string, string> {
  const failing = web.keepers.states().filter(({ failingSince }) => failingSince !== null);
  if (failing.length === 0) return {};
  return {
    jobs: t("jobs.trouble", { what: failing.map(({ name }) => t(`keeper.${name}`)).join(", ") }),
  };
}

function backupTrouble(visit: StaffVisit): Record<string, string> {
  const trouble = backupTroubleOf(visit);
  return trouble === null ? {} : { backup: visit.t(`backup.trouble_${trouble}`) };
}
