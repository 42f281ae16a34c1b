import type { Role } from "../domain/staff.ts";
import {
  AUTHORITY_FILE,
  PASSWORD_PAGE,
  SETUP_PAGE,
  TRUST_PAGE,
  TRUST_PROBE,
} from "./middleware/access.ts";
import { attachmentCreate } from "./pages/attachment_create.ts";
import { attachmentList } from "./pages/attachment_list.ts";
import { attachmentRemove, attachmentRestore } from "./pages/attachment_remove.ts";
import { attachmentSettings, attachmentSettingsSave } from "./pages/attachment_settings.ts";
import { attachmentShow } from "./pages/attachment_show.ts";
import { auditExport, auditList } from "./pages/audit_list.ts";
import { callColumnsChoose } from "./pages/call_columns_choose.ts";
import { backupCreate } from "./pages/backup_create.ts";
import { backupDownload } from "./pages/backup_download.ts";
import { backupSave } from "./pages/backup_save.ts";
import { backupShow } from "./pages/backup_show.ts";
import { restoreAct, restoreUpload } from "./pages/restore_act.ts";
import { restoreShow } from "./pages/restore_show.ts";
import { boardNow, boardShow } from "./pages/board_show.ts";
import { callDial } from "./pages/call_dial.ts";
import { callExport } from "./pages/call_export.ts";
import { callFilterRemove } from "./pages/call_filter_remove.ts";
import { callFilterSave } from "./pages/call_filter_save.ts";
import { callLink } from "./pages/call_link.ts";
import { callList } from "./pages/call_list.ts";
import { callShow } from "./pages/call_show.ts";
import { campaignCreate, campaignNew } from "./pages/campaign_create.ts";
import { campaignList, officeHoursChange } from "./pages/campaign_list.ts";
import { campaignChange, campaignShow } from "./pages/campaign_show.ts";
import {
  campaignKeep,
  campaignNext,
  campaignRelease,
  campaignResult,
  campaignWork,
} from "./pages/campaign_work.ts";
import { cardShow } from "./pages/card_show.ts";
import { consultationComplete } from "./pages/consultation_complete.ts";
import { consultationDiscard } from "./pages/consultation_discard.ts";
import { consultationDraft } from "./pages/consultation_draft.ts";
import { consultationExport } from "./pages/consultation_export.ts";
import { consultationNew } from "./pages/consultation_new.ts";
import { consultationSave } from "./pages/consultation_save.ts";
import { consultationShow } from "./pages/consultation_show.ts";
import { customerCreate } from "./pages/customer_create.ts";
import { customerEdit } from "./pages/customer_edit.ts";
import { customerExport } from "./pages/customer_export.ts";
import { customerList } from "./pages/customer_list.ts";
import { customerMerge } from "./pages/customer_merge.ts";
import { customerMergeShow } from "./pages/customer_merge_show.ts";
import { customerNew } from "./pages/customer_new.ts";
import { customerShow } from "./pages/customer_show.ts";
import { customerUpdate } from "./pages/customer_update.ts";
import { deskShow } from "./pages/desk_show.ts";
import { detailShow } from "./pages/detail_show.ts";
import { dialPad } from "./pages/dial_pad.ts";
import { dialSettings, dialSettingsSave } from "./pages/dial_settings.ts";
import { draftSave } from "./pages/draft_save.ts";
import { duplicateDismiss } from "./pages/duplicate_dismiss.ts";
import { duplicateList } from "./pages/duplicate_list.ts";
import { fieldCreate } from "./pages/field_create.ts";
import { fieldList } from "./pages/field_list.ts";
import { fieldUpdate } from "./pages/field_update.ts";
import { healthShow } from "./pages/health_show.ts";
import { homeShow } from "./pages/home_show.ts";
import {
  holidayCreate,
  holidayRemove,
  holidaysAdd,
  hoursSettings,
  hoursSettingsSave,
} from "./pages/hours_settings.ts";
import { importCancel, importRun, importUndo } from "./pages/import_act.ts";
import { importChange } from "./pages/import_change.ts";
import { importCreate } from "./pages/import_create.ts";
import { importList } from "./pages/import_list.ts";
import { importRefused } from "./pages/import_refused.ts";
import { importShow } from "./pages/import_show.ts";
import { languageChange } from "./pages/language_change.ts";
import { liveStream } from "./pages/live_stream.ts";
import { mergeUndo } from "./pages/merge_undo.ts";
import { metricsShow } from "./pages/metrics_show.ts";
import { missedChange } from "./pages/missed_change.ts";
import { missedList } from "./pages/missed_list.ts";
import { officeSettings, officeSettingsSave } from "./pages/office_settings.ts";
import { popupList } from "./pages/popup_list.ts";
import { reminderClose } from "./pages/reminder_close.ts";
import { reminderList } from "./pages/reminder_list.ts";
import { reportExport, reportShow } from "./pages/report_show.ts";
import { retentionSettings, retentionSettingsSave } from "./pages/retention_settings.ts";
import { searchShow } from "./pages/search_show.ts";
import { noticeList } from "./pages/notice_list.ts";
import { presenceChange, presenceShow } from "./pages/presence_change.ts";
import { sessionCheck } from "./pages/session_check.ts";
import { sessionCreate } from "./pages/session_create.ts";
import { sessionEnd } from "./pages/session_end.ts";
import { sessionNew } from "./pages/session_new.ts";
import { setupSave } from "./pages/setup_save.ts";
import { setupShow } from "./pages/setup_show.ts";
import { staticShow } from "./pages/static_show.ts";
import { wallScreenCreate, wallScreenEnd, wallScreenList } from "./pages/wall_screen_list.ts";
import { wallLive, wallNow, wallPreview, wallPreviewNow, wallShow } from "./pages/wall_show.ts";
import { accountPassword, accountPasswordChange } from "./pages/account_password.ts";
import { accountAddressesKnow, accountSessionEnd, accountShow } from "./pages/account_show.ts";
import { extensionCreate, extensionRemove } from "./pages/extension_create.ts";
import { extensionGroupChange, extensionGroupCreate } from "./pages/extension_group_change.ts";
import { extensionList } from "./pages/extension_list.ts";
import { extensionSave } from "./pages/extension_save.ts";
import { lineCreate, lineNew } from "./pages/line_create.ts";
import { lineList } from "./pages/line_list.ts";
import { lineMonitor } from "./pages/line_monitor.ts";
import { lineEdit, lineEnable, lineUpdate } from "./pages/line_update.ts";
import { checklistShow } from "./pages/checklist_show.ts";
import { settingsShow } from "./pages/settings_show.ts";
import { soundSettings, soundSettingsSave } from "./pages/sound_settings.ts";
import { staffActivate } from "./pages/staff_activate.ts";
import { staffCreate, staffNew } from "./pages/staff_create.ts";
import { staffList } from "./pages/staff_list.ts";
import { staffPassword } from "./pages/staff_password.ts";
import { staffShow } from "./pages/staff_show.ts";
import { staffSignOut } from "./pages/staff_sign_out.ts";
import { staffUpdate } from "./pages/staff_update.ts";
import { trustCertificate, trustProbe, trustShow } from "./pages/trust_show.ts";
import { trunkList, trunkSave } from "./pages/trunk_list.ts";
import { wordChange, wordCreate, wordList } from "./pages/word_list.ts";
import type { OpenHandler, StaffHandler } from "./visit.ts";

interface Place {
  readonly method: "GET" | "POST";
  readonly path: string;
}

/**
 * `least` is the role that it takes; null is open to anyone. Only `exposed` ones answer plain HTTP across the network
 * where that was not allowed, and before anybody has an account. One that `takesFile` is called before its body has
 * come; every other has its form, and is asked by whoever that is when all of it is there.
 */
export type Route =
  & Place
  & { readonly exposed?: true; readonly takesFile?: true }
  & (
    | { readonly least: null; readonly handler: OpenHandler }
    | { readonly least: Role; readonly handler: StaffHandler }
  );

/** One of those who are signed in. */
export type StaffRoute = Extract<Route, { readonly least: Role }>;

function exposed(method: Place["method"], path: string, handler: OpenHandler): Route {
  return { method, path, least: null, handler, exposed: true };
}

function anyone(method: Place["method"], path: string, handler: OpenHandler): Route {
  return { method, path, least: null, handler };
}

function agent(method: Place["method"], path: string, handler: StaffHandler): Route {
  return { method, path, least: "agent", handler };
}

function supervisor(method: Place["method"], path: string, handler: StaffHandler): Route {
  return { method, path, least: "supervisor", handler };
}

function admin(method: Place["method"], path: string, handler: StaffHandler): Route {
  return { method, path, least: "admin", handler };
}

/** A file can be larger than memory: its handler takes it in piece by piece. */
function file(route: Route): Route {
  return { ...route, takesFile: true };
}

/** What watchdogs ask. */
export const HEALTH_CHECK = "/healthz";

/** Styles, scripts, icons: what the program brings along. */
export const PROGRAM_FILES = "/static/*";

/** Every URL of the program, and who may ask for it. The first one that fits answers. */
export const ROUTES: readonly Route[] = [
  exposed("GET", HEALTH_CHECK, healthShow),
  exposed("GET", PROGRAM_FILES, staticShow),
  exposed("GET", TRUST_PAGE, trustShow),
  exposed("GET", AUTHORITY_FILE, trustCertificate),
  exposed("GET", TRUST_PROBE, trustProbe),
  exposed("POST", "/language", languageChange),
  anyone("GET", SETUP_PAGE, setupShow),
  anyone("POST", SETUP_PAGE, setupSave),
  anyone("GET", "/metrics", metricsShow),
  anyone("GET", "/login", sessionNew),
  anyone("POST", "/login", sessionCreate),
  anyone("POST", "/logout", sessionEnd),
  anyone("GET", "/session", sessionCheck),

  agent("GET", "/", homeShow),
  agent("GET", "/live", liveStream),
  agent("GET", "/desk", deskShow),
  agent("GET", "/popups", popupList),
  agent("GET", "/card", cardShow),
  agent("GET", "/detail", detailShow),
  agent("GET", "/dial", dialPad),
  agent("POST", "/dial", callDial),
  agent("GET", "/search", searchShow),

  agent("GET", "/calls", callList),
  agent("GET", "/calls.csv", callExport("csv")),
  agent("GET", "/calls.xlsx", callExport("xlsx")),
  agent("POST", "/calls/columns", callColumnsChoose),
  agent("POST", "/calls/filters", callFilterSave),
  agent("POST", "/calls/filters/:id/remove", callFilterRemove),
  agent("GET", "/calls/:id", callShow),
  agent("POST", "/calls/:id/customer", callLink),
  agent("POST", "/calls/:id/draft", draftSave),
  agent("POST", "/calls/:id/consultation", consultationComplete),

  agent("GET", "/missed", missedList),
  agent("POST", "/missed/:id", missedChange),

  agent("GET", "/customers", customerList),
  agent("POST", "/customers", customerCreate),
  agent("GET", "/customers/new", customerNew),
  supervisor("GET", "/customers/export", customerExport),
  supervisor("GET", "/consultations/export", consultationExport),
  supervisor("GET", "/customers/duplicates", duplicateList),
  supervisor("POST", "/customers/duplicates/dismiss", duplicateDismiss),
  supervisor("GET", "/customers/merge", customerMergeShow),
  supervisor("POST", "/customers/merge", customerMerge),
  supervisor("POST", "/merges/:id/undo", mergeUndo),
  agent("GET", "/customers/:id", customerShow),
  agent("POST", "/customers/:id", customerUpdate),
  agent("GET", "/customers/:id/edit", customerEdit),
  agent("POST", "/customers/:id/consultations", consultationNew),

  agent("GET", "/consultations/:id", consultationShow),
  agent("POST", "/consultations/:id", consultationSave),
  agent("POST", "/consultations/:id/draft", consultationDraft),
  agent("POST", "/consultations/:id/discard", consultationDiscard),
  agent("POST", "/consultations/:id/reminder", reminderClose),
  agent("GET", "/reminders", reminderList),
  agent("GET", "/notices", noticeList),

  agent("GET", "/attachments", attachmentList),
  file(agent("POST", "/attachments", attachmentCreate)),
  agent("GET", "/attachments/:id", attachmentShow),
  agent("POST", "/attachments/:id/remove", attachmentRemove),
  agent("POST", "/attachments/:id/restore", attachmentRestore),

  agent("GET", "/account", accountShow),
  agent("GET", PASSWORD_PAGE, accountPassword),
  agent("POST", PASSWORD_PAGE, accountPasswordChange),
  agent("POST", "/account/sessions/:id/end", accountSessionEnd),
  agent("POST", "/account/addresses", accountAddressesKnow),

  admin("GET", "/settings", settingsShow),
  admin("GET", "/settings/checklist", checklistShow),
  admin("GET", "/settings/office", officeSettings),
  admin("POST", "/settings/office", officeSettingsSave),
  admin("GET", "/settings/hours", hoursSettings),
  admin("POST", "/settings/hours", hoursSettingsSave),
  admin("POST", "/settings/hours/holidays", holidayCreate),
  admin("POST", "/settings/hours/holidays/public", holidaysAdd),
  admin("POST", "/settings/hours/holidays/remove", holidayRemove),
  admin("GET", "/settings/types", wordList("type")),
  admin("POST", "/settings/types", wordCreate("type")),
  admin("POST", "/settings/types/:id", wordChange("type")),
  admin("GET", "/settings/grades", wordList("grade")),
  admin("POST", "/settings/grades", wordCreate("grade")),
  admin("POST", "/settings/grades/:id", wordChange("grade")),
  admin("GET", "/settings/breaks", wordList("break")),
  admin("POST", "/settings/breaks", wordCreate("break")),
  admin("POST", "/settings/breaks/:id", wordChange("break")),
  admin("GET", "/settings/sounds", soundSettings),
  admin("POST", "/settings/sounds", soundSettingsSave),
  admin("GET", "/settings/dialling", dialSettings),
  admin("POST", "/settings/dialling", dialSettingsSave),
  admin("GET", "/settings/retention", retentionSettings),
  admin("POST", "/settings/retention", retentionSettingsSave),
  admin("GET", "/settings/staff", staffList),
  admin("POST", "/settings/staff", staffCreate),
  admin("GET", "/settings/staff/new", staffNew),
  admin("GET", "/settings/staff/:id", staffShow),
  admin("POST", "/settings/staff/:id", staffUpdate),
  admin("POST", "/settings/staff/:id/password", staffPassword),
  admin("POST", "/settings/staff/:id/active", staffActivate),
  admin("POST", "/settings/staff/:id/sign-out", staffSignOut),
  admin("GET", "/settings/extensions", extensionList),
  admin("POST", "/settings/extensions", extensionSave),
  admin("POST", "/settings/extensions/new", extensionCreate),
  admin("POST", "/settings/extensions/:id/remove", extensionRemove),
  admin("POST", "/settings/groups", extensionGroupCreate),
  admin("POST", "/settings/groups/:id", extensionGroupChange),
  admin("GET", "/settings/trunks", trunkList),
  admin("POST", "/settings/trunks", trunkSave),
  admin("GET", "/settings/lines", lineList),
  admin("POST", "/settings/lines", lineCreate),
  admin("GET", "/settings/lines/new", lineNew),
  admin("GET", "/settings/lines/:id", lineEdit),
  admin("POST", "/settings/lines/:id", lineUpdate),
  admin("POST", "/settings/lines/:id/enabled", lineEnable),
  admin("GET", "/settings/lines/:id/monitor", lineMonitor),
  admin("GET", "/settings/fields", fieldList),
  admin("POST", "/settings/fields", fieldCreate),
  admin("POST", "/settings/fields/:id", fieldUpdate),
  admin("GET", "/settings/audit", auditList),
  admin("GET", "/settings/audit.csv", auditExport("csv")),
  admin("GET", "/settings/audit.xlsx", auditExport("xlsx")),
  admin("GET", "/settings/backup", backupShow),
  admin("POST", "/settings/backup", backupSave),
  admin("POST", "/settings/backup/now", backupCreate),
  admin("GET", "/settings/backup/files/:name", backupDownload),
  admin("GET", "/settings/backup/restore", restoreShow),
  admin("POST", "/settings/backup/restore", restoreAct),
  file(admin("POST", "/settings/backup/upload", restoreUpload)),
  admin("GET", "/settings/attachments", attachmentSettings),
  admin("POST", "/settings/attachments", attachmentSettingsSave),

  supervisor("GET", "/imports", importList),
  file(supervisor("POST", "/imports", importCreate)),
  supervisor("GET", "/imports/:id", importShow),
  supervisor("POST", "/imports/:id", importChange),
  supervisor("POST", "/imports/:id/run", importRun),
  supervisor("POST", "/imports/:id/cancel", importCancel),
  supervisor("POST", "/imports/:id/undo", importUndo),
  supervisor("GET", "/imports/:id/refused", importRefused),

  supervisor("GET", "/reports", reportShow),
  supervisor("GET", "/reports/export", reportExport),

  agent("GET", "/board", boardShow),
  agent("GET", "/board/now", boardNow),
  agent("GET", "/board/wall", wallPreview),
  agent("GET", "/board/wall/now", wallPreviewNow),
  supervisor("GET", "/board/screens", wallScreenList),
  supervisor("POST", "/board/screens", wallScreenCreate),
  supervisor("POST", "/board/screens/:id/end", wallScreenEnd),
  anyone("GET", "/wall/:token", wallShow),
  anyone("GET", "/wall/:token/now", wallNow),
  anyone("GET", "/wall/:token/live", wallLive),
  agent("GET", "/presence", presenceShow),
  agent("POST", "/presence", presenceChange),

  agent("GET", "/campaigns", campaignList),
  supervisor("POST", "/campaigns", campaignCreate),
  supervisor("GET", "/campaigns/new", campaignNew),
  supervisor("POST", "/campaigns/hours", officeHoursChange),
  agent("GET", "/campaigns/work", campaignWork),
  agent("POST", "/campaigns/work", campaignResult),
  agent("POST", "/campaigns/work/keep", campaignKeep),
  agent("POST", "/campaigns/work/release", campaignRelease),
  agent("GET", "/campaigns/:id", campaignShow),
  agent("POST", "/campaigns/:id/next", campaignNext),
  supervisor("POST", "/campaigns/:id/state", campaignChange),
];
