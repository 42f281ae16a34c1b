import { RESTORE_JOB } from "../../domain/job_subject.ts";
import { dropRestoreCheck, restoreCheck, uploadedBackup } from "../../jobs/backup/restore_check.ts";
import { backupFolder, isBackupName } from "../../store/backup/backup_folder.ts";
import { backupPlan } from "../../store/backup/backup_settings.ts";
import { confirmCandidate } from "../../store/backup/candidate.ts";
import { safetyCopies } from "../../store/backup/safety_copies.ts";
import { noteAct } from "../../store/audit/write_audit.ts";
import { fileName } from "../../domain/file_name.ts";
import { actorOf } from "../acting.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { restorePage } from "./restore_show.ts";
import { mostUploaded } from "./backup_view.ts";
import { page } from "../respond.ts";
import { saveUpload } from "../uploads/upload.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";

/** Checks a listed backup (`name`) or the one checked last with another passphrase; confirms; gives up. */
export const restoreAct: StaffHandler = (c, visit) => {
  const form = readForm(c);
  switch (form.text("do")) {
    case "check": {
      const passphrase = form.text("passphrase") || null;
      const { file, name } = chosen(visit, form.text("name"));
      visit.web.jobs.start(
        "check_restore",
        { file, name, passphrase },
        RESTORE_JOB,
        actorOf(c, visit.person),
      );
      return c.redirect("/settings/backup/restore", 303);
    }
    case "confirm": {
      const ready = restoreCheck(visit.web.data)?.ready ?? null;
      if (ready === null) return c.redirect("/settings/backup/restore", 303);
      // Somebody else has had another one checked since this page was shown.
      if (form.text("check") !== ready.id) return restorePage(c, visit, "changed");
      if (ready.origin !== "own" && form.text("accept") !== ready.id) {
        return restorePage(c, visit, "missing");
      }
      const by = actorOf(c, visit.person);
      // In the state that goes; the one that comes hears of it when it is in place.
      noteAct(visit.store, { act: "restored", kind: "backup", record: ready.name });
      confirmCandidate(visit.web.data);
      visit.web.restore(by);
      const data = { name: ready.name };
      return page(c, visit, "backups/backup_restoring", data, {
        title: visit.t("backup.restoring"),
        active: "settings",
      });
    }
    case "cancel":
      dropRestoreCheck(visit.web.data);
      return c.redirect("/settings/backup", 303);
    default:
      throw new HttpProblem("bad_request");
  }
};

/** Takes a backup (the body as it is, `?name=` its name) and begins to check it; answers where to look. */
export const restoreUpload: StaffHandler = async (c, visit) => {
  const { data, jobs } = visit.web;
  const file = uploadedBackup(data);
  const name = fileName(c.req.query("name") ?? "");
  dropRestoreCheck(data);
  await Deno.mkdir(`${data}/restore`, { recursive: true, mode: 0o700 });
  // An administrator brings the whole office back: no quota counts.
  await saveUpload(c, file, mostUploaded(data), {
    begin: (bytes) => visit.web.uploads.begin(null, bytes),
    lookAgain: visit.again,
  });
  const by = actorOf(c, visit.person);
  jobs.start("check_restore", { file, name, passphrase: null }, RESTORE_JOB, by);
  return c.json({ location: "/settings/backup/restore" }, 201);
};

/** The file behind a name of the lists; without a name the one that was checked last. */
function chosen(visit: StaffVisit, name: string): { file: string; name: string } {
  const { data } = visit.web;
  if (name === "") {
    const check = restoreCheck(data);
    if (check !== null) return { file: check.file, name: check.name };
  } else if (isBackupName(name)) {
    return { file: `${backupFolder(data, backupPlan(visit.store).folder)}/${name}`, name };
  } else if (safetyCopies(data).includes(name)) {
    return { file: `${data}/${name}`, name };
  }
  throw new HttpProblem("not_found");
}
