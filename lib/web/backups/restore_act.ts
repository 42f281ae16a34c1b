import {
  checkBackup,
  checkIncoming,
  incomingBackup,
  mostUploaded,
} from "../../desk/backups/check_backup.ts";
import { giveUpRestore, restoreBackup } from "../../desk/backups/restore_backup.ts";
import { jobDeskOf } from "../desk_of.ts";
import type { Form } from "../forms/form.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { page } from "../frame/respond.ts";
import { saveUpload } from "../uploads/upload.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";
import { restorePage } from "./restore_show.ts";

const RESTORE_PAGE = "/settings/backup/restore";

/** Checks a listed backup (`name`) or the one checked last with another passphrase; confirms; gives up. */
export const restoreAct: StaffHandler = (c, visit) => {
  const form = readForm(c);
  switch (form.text("do")) {
    case "check":
      checkBackup(jobDeskOf(visit), form.text("name"), form.text("passphrase") || null);
      return c.redirect(RESTORE_PAGE, 303);
    case "confirm":
      return confirm(c, visit, form);
    case "cancel":
      giveUpRestore(jobDeskOf(visit));
      return c.redirect("/settings/backup", 303);
    default:
      throw new HttpProblem("bad_request");
  }
};

/** Takes a backup (the body as it is, `?name=` its name) and begins to check it; answers where to look. */
export const restoreUpload: StaffHandler = async (c, visit) => {
  const desk = jobDeskOf(visit);
  // An administrator brings the whole office back: no quota counts.
  await saveUpload(c, incomingBackup(desk), mostUploaded(desk.data), {
    begin: (bytes) => visit.web.uploads.begin(null, bytes),
    lookAgain: visit.again,
  });
  checkIncoming(desk, c.req.query("name") ?? "");
  return c.json({ location: RESTORE_PAGE }, 201);
};

function confirm(c: WebContext, visit: StaffVisit, form: Form): Response {
  const { restore } = visit.web;
  const confirmation = {
    check: form.text("check"),
    accepted: form.text("accept"),
    acceptedWithoutLog: form.text("accept_log"),
  };
  const restored = restoreBackup({ ...jobDeskOf(visit), restore }, confirmation);
  if (restored.ok) {
    const title = visit.t("backup.restoring");
    const data = { name: restored.value };
    return page(c, visit, "backups/backup_restoring", data, { title, active: "settings" });
  }
  switch (restored.problems["form"]?.code) {
    case "backup.check_changed":
      return restorePage(c, visit, "changed");
    case "backup.foreign_missing":
    case "backup.log_missing":
      return restorePage(c, visit, "missing");
    default:
      return c.redirect(RESTORE_PAGE, 303);
  }
}
