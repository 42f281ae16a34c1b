import { backupPlan } from "../../store/backup/backup_settings.ts";
import { hasCustomers, reachableStaff } from "../../store/checklist.ts";
import { linesEnabled } from "../../store/lines.ts";
import { newestFrameTimes } from "../../store/raw_frames.ts";
import { trunksDescribed } from "../../store/trunks.ts";
import { kindOf, trunksOfLine } from "../../switches/switch_kinds.ts";
import { type ChecklistView, type CheckName, CHECKS, type CheckView } from "./checklist_data.ts";
import { TRUST_PAGE } from "../guard/access.ts";
import type { Visit } from "../visit.ts";
import { backupTroubleOf } from "../frame/backup_trouble_view.ts";

/** What an office still needs before it can rely on this program. */
export function checklistView(visit: Visit, fresh: boolean): ChecklistView {
  const checks = CHECKS.map((name): CheckView => ({ name, ...CHECK[name](visit) }));
  return { checks, done: checks.filter(({ done }) => done).length, fresh };
}

type Found = Omit<CheckView, "name">;

const CHECK: Readonly<Record<CheckName, (visit: Visit) => Found>> = {
  staff: ({ store, t }) => {
    const count = reachableStaff(store);
    const state = count === 0 ? t("check.staff_none") : t("check.staff_some", { count });
    return { done: count > 0, state, href: "/settings/staff" };
  },
  line: (visit) => ({ ...lineCheck(visit), href: "/settings/lines" }),
  trunks: ({ store, t }) => {
    const described = new Set(
      trunksDescribed(store).filter(({ number }) => number !== "")
        .map(({ lineId, trunk }) => `${lineId}.${trunk}`),
    );
    const all = linesEnabled(store).flatMap((line) =>
      trunksOfLine(line).map((trunk) => `${line.id}.${trunk}`)
    );
    const count = all.filter((trunk) => described.has(trunk)).length;
    return {
      done: all.length > 0 && count === all.length,
      state: all.length === 0
        ? t("check.trunks_no_line")
        : t("check.trunks_some", { count, all: all.length }),
      href: "/settings/trunks",
    };
  },
  backup: (visit) => ({ ...backupCheck(visit), href: BACKUP }),
  customers: ({ store, t }) => {
    const done = hasCustomers(store);
    return {
      done,
      state: done ? t("check.customers_some") : t("check.customers_none"),
      href: done ? "/customers" : "/imports",
    };
  },
  https: ({ web, t }) => {
    const done = web.https !== null;
    return { done, state: done ? t("check.https_on") : t("check.https_off"), href: TRUST_PAGE };
  },
};

const BACKUP = "/settings/backup";

/** A good backup that lies elsewhere, and nothing wrong with those that should follow. */
function backupCheck(visit: Visit): Pick<Found, "done" | "state"> {
  const { store, web, t } = visit;
  const { folder, every } = backupPlan(store);
  if (every === "off") return { done: false, state: t("check.backup_off") };
  const trouble = backupTroubleOf(visit);
  if (trouble !== null) return { done: false, state: t(`backup.trouble_${trouble}`) };
  if (folder === "") return { done: false, state: t("check.backup_here") };
  const made = (web.backups.seen()?.last ?? null) !== null;
  return { done: made, state: made ? folder : t("check.backup_none", { folder }) };
}

/** A real line that is open and over which something came. A trial line proves nothing about the cable. */
function lineCheck({ store, web, t }: Visit): Pick<Found, "done" | "state"> {
  const lines = linesEnabled(store);
  const real = lines.filter((line) => !kindOf(line).isTrial);
  if (real.length === 0) {
    return {
      done: false,
      state: lines.length === 0 ? t("check.line_none") : t("check.line_trial"),
    };
  }
  const open = real.filter(({ id }) => web.telephony.statusOf(id)?.state === "open");
  const lastFrames = newestFrameTimes(store);
  const heard = open.some(({ id }) => typeof lastFrames.get(id) === "number");
  if (heard) return { done: true, state: t("check.line_heard") };
  return { done: false, state: open.length > 0 ? t("check.line_silent") : t("check.line_closed") };
}
