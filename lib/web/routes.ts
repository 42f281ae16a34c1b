import {
  AUTHORITY_FILE,
  PASSWORD_PAGE,
  SETUP_PAGE,
  TRUST_PAGE,
  TRUST_PROBE,
} from "./middleware/access.ts";
import { attachmentCreate } from "./attachments/attachment_create.ts";
import { attachmentList } from "./attachments/attachment_list.ts";
import { attachmentRemove, attachmentRestore } from "./attachments/attachment_remove.ts";
import { attachmentSettings, attachmentSettingsSave } from "./attachments/attachment_settings.ts";
import { attachmentShow } from "./attachments/attachment_show.ts";
import { auditExport, auditList } from "./audit/audit_list.ts";
import { callControl } from "./calls/call_control.ts";
import { callColumnsChoose } from "./calls/call_columns_choose.ts";
import { backupCreate } from "./backups/backup_create.ts";
import { backupDownload } from "./backups/backup_download.ts";
import { backupSave } from "./backups/backup_save.ts";
import { backupShow } from "./backups/backup_show.ts";
import { restoreAct, restoreUpload } from "./backups/restore_act.ts";
import { restoreShow } from "./backups/restore_show.ts";
import { boardNow, boardShow } from "./board/board_show.ts";
import { callDial } from "./calls/call_dial.ts";
import { callExport } from "./calls/call_export.ts";
import { callFilterRemove } from "./calls/call_filter_remove.ts";
import { callFilterSave } from "./calls/call_filter_save.ts";
import { callLink } from "./desk/call_link.ts";
import { callList } from "./calls/call_list.ts";
import { callShow } from "./calls/call_show.ts";
import { campaignCreate, campaignNew } from "./campaigns/campaign_create.ts";
import { campaignList, officeHoursChange } from "./campaigns/campaign_list.ts";
import { campaignChange, campaignShow } from "./campaigns/campaign_show.ts";
import {
  campaignKeep,
  campaignNext,
  campaignRelease,
  campaignResult,
  campaignWork,
} from "./campaigns/campaign_work.ts";
import { cardShow } from "./desk/card_show.ts";
import { consultationComplete } from "./desk/consultation_complete.ts";
import { consultationDiscard } from "./desk/consultation_discard.ts";
import { consultationDraft } from "./desk/consultation_draft.ts";
import { consultationExport } from "./consultations/consultation_export.ts";
import { consultationNew } from "./desk/consultation_new.ts";
import { consultationSave } from "./consultations/consultation_save.ts";
import { consultationShow } from "./consultations/consultation_show.ts";
import { customerCreate } from "./desk/customer_create.ts";
import { customerEdit } from "./customers/customer_edit.ts";
import { customerExport } from "./customers/customer_export.ts";
import { customerList } from "./customers/customer_list.ts";
import { customerMerge } from "./customers/customer_merge.ts";
import { customerMergeShow } from "./customers/customer_merge_show.ts";
import { customerNew } from "./customers/customer_new.ts";
import { customerShow } from "./customers/customer_show.ts";
import { customerUpdate } from "./desk/customer_update.ts";
import { deskShow } from "./desk/desk_show.ts";
import { detailShow } from "./desk/detail_show.ts";
import { dialPad } from "./dialling/dial_pad.ts";
import { dialSettings, dialSettingsSave } from "./dialling/dial_settings.ts";
import { draftSave } from "./consultations/draft_save.ts";
import { duplicateDismiss } from "./customers/duplicate_dismiss.ts";
import { duplicateList } from "./customers/duplicate_list.ts";
import { fieldCreate } from "./custom_fields/field_create.ts";
import { fieldList } from "./custom_fields/field_list.ts";
import { fieldUpdate } from "./custom_fields/field_update.ts";
import { healthShow } from "./program/health_show.ts";
import { homeShow } from "./desk/home_show.ts";
import {
  holidayCreate,
  holidayRemove,
  holidaysAdd,
  hoursSettings,
  hoursSettingsSave,
} from "./hours/hours_settings.ts";
import { importCancel, importRun, importUndo } from "./imports/import_act.ts";
import { importChange } from "./imports/import_change.ts";
import { importCreate } from "./imports/import_create.ts";
import { importList } from "./imports/import_list.ts";
import { importRefused } from "./imports/import_refused.ts";
import { importShow } from "./imports/import_show.ts";
import { jobChange, jobList } from "./jobs/job_list.ts";
import { languageChange } from "./program/language_change.ts";
import { liveStream } from "./live/live_stream.ts";
import { mergeUndo } from "./customers/merge_undo.ts";
import { metricsShow } from "./program/metrics_show.ts";
import { missedChange } from "./work/missed_change.ts";
import { missedList } from "./work/missed_list.ts";
import { officeSettings, officeSettingsSave } from "./office/office_settings.ts";
import { popupList } from "./desk/popup_list.ts";
import { reminderClose } from "./work/reminder_close.ts";
import { reminderList } from "./work/reminder_list.ts";
import { reportExport, reportShow } from "./reports/report_show.ts";
import { retentionSettings, retentionSettingsSave } from "./office/retention_settings.ts";
import { searchShow } from "./search/search_show.ts";
import { noticeList } from "./notices/notice_list.ts";
import { presenceChange, presenceShow } from "./agent_state/presence_change.ts";
import { sessionCheck } from "./sign_in/session_check.ts";
import { sessionCreate } from "./sign_in/session_create.ts";
import { sessionEnd } from "./account/session_end.ts";
import { sessionNew } from "./sign_in/session_new.ts";
import { setupSave } from "./first_start/setup_save.ts";
import { setupShow } from "./first_start/setup_show.ts";
import { staticShow } from "./program/static_show.ts";
import { wallScreenCreate, wallScreenEnd, wallScreenList } from "./board/wall_screen_list.ts";
import { wallLive, wallNow, wallPreview, wallPreviewNow, wallShow } from "./board/wall_show.ts";
import { accountPassword, accountPasswordChange } from "./account/account_password.ts";
import { accountAddressesKnow, accountSessionEnd, accountShow } from "./account/account_show.ts";
import { extensionCreate, extensionRemove } from "./extensions/extension_create.ts";
import { extensionGroupChange, extensionGroupCreate } from "./extensions/extension_group_change.ts";
import { extensionList } from "./extensions/extension_list.ts";
import { extensionSave } from "./extensions/extension_save.ts";
import { lineCreate, lineNew } from "./lines/line_create.ts";
import { lineList } from "./lines/line_list.ts";
import { lineMonitor } from "./lines/line_monitor.ts";
import { lineEdit, lineEnable, lineUpdate } from "./lines/line_update.ts";
import { checklistShow } from "./checklist/checklist_show.ts";
import { settingsShow } from "./settings/settings_show.ts";
import { soundSettings, soundSettingsSave } from "./office/sound_settings.ts";
import { staffActivate } from "./staff/staff_activate.ts";
import { staffCreate, staffNew } from "./staff/staff_create.ts";
import { staffList } from "./staff/staff_list.ts";
import { staffPassword } from "./staff/staff_password.ts";
import { staffShow } from "./staff/staff_show.ts";
import { staffSignOut } from "./staff/staff_sign_out.ts";
import { staffUpdate } from "./staff/staff_update.ts";
import { trustCertificate, trustProbe, trustShow } from "./trust/trust_show.ts";
import { trunkList, trunkSave } from "./trunks/trunk_list.ts";
import { wordChange, wordCreate, wordList } from "./words/word_list.ts";
import { anyone, type Route, staff } from "./route.ts";

/** Every URL of the program: who may ask for it, and what the audit keeps of it. The first one that fits answers. */
export const ROUTES: readonly Route[] = [
  anyone("GET /healthz", "nothing", healthShow, "exposed", "without_data"),
  anyone("GET /static/*", "nothing", staticShow, "exposed", "without_data"),
  anyone(`GET ${TRUST_PAGE}`, "nothing", trustShow, "exposed"),
  anyone(`GET ${AUTHORITY_FILE}`, "nothing", trustCertificate, "exposed"),
  anyone(`GET ${TRUST_PROBE}`, "nothing", trustProbe, "exposed"),
  anyone("POST /language", "cookie", languageChange, "exposed"),
  anyone(`GET ${SETUP_PAGE}`, "nothing", setupShow, "before_setup"),
  anyone(`POST ${SETUP_PAGE}`, "changes", setupSave, "before_setup"),
  anyone("GET /metrics", "nothing", metricsShow),
  anyone("GET /login", "nothing", sessionNew),
  anyone("POST /login", "sign_in", sessionCreate),
  anyone("POST /logout", "sign_out", sessionEnd, "any_quota"),
  anyone("GET /session", "nothing", sessionCheck),

  staff("GET /", "desk.use", "nothing", homeShow),
  staff("GET /live", "desk.use", "nothing", liveStream),
  staff("GET /desk", "desk.use", "nothing", deskShow),
  staff("GET /popups", "desk.use", "nothing", popupList),
  staff("GET /card", "desk.use", "nothing", cardShow),
  staff("GET /detail", "desk.use", "nothing", detailShow),
  staff("GET /dial", "calls.dial", "nothing", dialPad),
  staff("POST /dial", "calls.dial", "becomes_call", callDial),
  staff("GET /search", "customers.see", "nothing", searchShow),

  staff("GET /calls", "calls.see", "nothing", callList),
  staff("GET /calls.csv", "calls.export", "export", callExport("csv")),
  staff("GET /calls.xlsx", "calls.export", "export", callExport("xlsx")),
  staff("POST /calls/columns", "calls.see", "own_view", callColumnsChoose),
  staff("POST /calls/filters", "calls.see", "own_view", callFilterSave),
  staff("POST /calls/filters/:id/remove", "calls.see", "own_view", callFilterRemove),
  staff("GET /calls/:id", "calls.see", "nothing", callShow),
  staff("POST /calls/:id/customer", "calls.link", "changes", callLink),
  staff("POST /calls/:id/control", "calls.control", "becomes_call", callControl),
  staff("POST /calls/:id/draft", "consultations.write", "typing", draftSave),
  staff("POST /calls/:id/consultation", "consultations.write", "changes", consultationComplete),

  staff("GET /missed", "missed.work", "nothing", missedList),
  staff("POST /missed/:id", "missed.work", "changes", missedChange),

  staff("GET /customers", "customers.see", "nothing", customerList),
  staff("POST /customers", "customers.edit", "changes", customerCreate),
  staff("GET /customers/new", "customers.edit", "nothing", customerNew),
  staff("GET /customers/export", "customers.export", "export", customerExport),
  staff("GET /consultations/export", "consultations.export", "export", consultationExport),
  staff("GET /customers/duplicates", "customers.merge", "nothing", duplicateList),
  staff("POST /customers/duplicates/dismiss", "customers.merge", "changes", duplicateDismiss),
  staff("GET /customers/merge", "customers.merge", "nothing", customerMergeShow),
  staff("POST /customers/merge", "customers.merge", "changes", customerMerge),
  staff("POST /merges/:id/undo", "customers.merge", "changes", mergeUndo),
  staff("GET /customers/:id", "customers.see", "nothing", customerShow),
  staff("POST /customers/:id", "customers.edit", "changes", customerUpdate),
  staff("GET /customers/:id/edit", "customers.edit", "nothing", customerEdit),
  staff("POST /customers/:id/consultations", "consultations.write", "empty_draft", consultationNew),

  staff("GET /consultations/:id", "consultations.see", "nothing", consultationShow),
  staff("POST /consultations/:id", "consultations.write", "changes", consultationSave),
  staff("POST /consultations/:id/draft", "consultations.write", "typing", consultationDraft),
  staff(
    "POST /consultations/:id/discard",
    "consultations.write",
    "only_typed",
    consultationDiscard,
  ),
  staff("POST /consultations/:id/reminder", "consultations.write", "seen", reminderClose),
  staff("GET /reminders", "consultations.write", "nothing", reminderList),
  staff("GET /notices", "desk.use", "nothing", noticeList),

  staff("GET /attachments", "files.see", "nothing", attachmentList),
  staff("POST /attachments", "files.add", "changes", attachmentCreate, "takes_file"),
  staff("GET /attachments/:id", "files.see", "attachment", attachmentShow),
  staff("POST /attachments/:id/remove", "files.add", "changes", attachmentRemove),
  staff("POST /attachments/:id/restore", "files.add", "changes", attachmentRestore),

  staff("GET /account", "account.use", "nothing", accountShow),
  staff(`GET ${PASSWORD_PAGE}`, "account.use", "nothing", accountPassword, "any_password"),
  staff(`POST ${PASSWORD_PAGE}`, "account.use", "changes", accountPasswordChange, "any_password"),
  staff("POST /account/sessions/:id/end", "account.use", "changes", accountSessionEnd),
  staff("POST /account/addresses", "account.use", "changes", accountAddressesKnow),

  staff("GET /settings", "settings.see", "nothing", settingsShow),
  staff("GET /settings/checklist", "settings.see", "nothing", checklistShow),
  staff("GET /settings/office", "office.manage", "nothing", officeSettings),
  staff("POST /settings/office", "office.manage", "changes", officeSettingsSave),
  staff("GET /settings/hours", "office.manage", "nothing", hoursSettings),
  staff("POST /settings/hours", "office.manage", "changes", hoursSettingsSave),
  staff("POST /settings/hours/holidays", "office.manage", "changes", holidayCreate),
  staff("POST /settings/hours/holidays/public", "office.manage", "changes", holidaysAdd),
  staff("POST /settings/hours/holidays/remove", "office.manage", "changes", holidayRemove),
  staff("GET /settings/types", "words.manage", "nothing", wordList("type")),
  staff("POST /settings/types", "words.manage", "changes", wordCreate("type")),
  staff("POST /settings/types/:id", "words.manage", "changes", wordChange("type")),
  staff("GET /settings/grades", "words.manage", "nothing", wordList("grade")),
  staff("POST /settings/grades", "words.manage", "changes", wordCreate("grade")),
  staff("POST /settings/grades/:id", "words.manage", "changes", wordChange("grade")),
  staff("GET /settings/breaks", "words.manage", "nothing", wordList("break")),
  staff("POST /settings/breaks", "words.manage", "changes", wordCreate("break")),
  staff("POST /settings/breaks/:id", "words.manage", "changes", wordChange("break")),
  staff("GET /settings/sounds", "office.manage", "nothing", soundSettings),
  staff("POST /settings/sounds", "office.manage", "changes", soundSettingsSave),
  staff("GET /settings/dialling", "dialling.manage", "nothing", dialSettings),
  staff("POST /settings/dialling", "dialling.manage", "changes", dialSettingsSave),
  staff("GET /settings/retention", "retention.manage", "nothing", retentionSettings),
  staff("POST /settings/retention", "retention.manage", "changes", retentionSettingsSave),
  staff("GET /settings/staff", "staff.manage", "nothing", staffList),
  staff("POST /settings/staff", "staff.manage", "changes", staffCreate),
  staff("GET /settings/staff/new", "staff.manage", "nothing", staffNew),
  staff("GET /settings/staff/:id", "staff.manage", "nothing", staffShow),
  staff("POST /settings/staff/:id", "staff.manage", "changes", staffUpdate),
  staff("POST /settings/staff/:id/password", "staff.manage", "changes", staffPassword),
  staff("POST /settings/staff/:id/active", "staff.manage", "changes", staffActivate),
  staff("POST /settings/staff/:id/sign-out", "staff.manage", "changes", staffSignOut),
  staff("GET /settings/extensions", "extensions.manage", "nothing", extensionList),
  staff("POST /settings/extensions", "extensions.manage", "changes", extensionSave),
  staff("POST /settings/extensions/new", "extensions.manage", "changes", extensionCreate),
  staff("POST /settings/extensions/:id/remove", "extensions.manage", "changes", extensionRemove),
  staff("POST /settings/groups", "extensions.manage", "changes", extensionGroupCreate),
  staff("POST /settings/groups/:id", "extensions.manage", "changes", extensionGroupChange),
  staff("GET /settings/trunks", "extensions.manage", "nothing", trunkList),
  staff("POST /settings/trunks", "extensions.manage", "changes", trunkSave),
  staff("GET /settings/lines", "lines.manage", "nothing", lineList),
  staff("POST /settings/lines", "lines.manage", "changes", lineCreate),
  staff("GET /settings/lines/new", "lines.manage", "nothing", lineNew),
  staff("GET /settings/lines/:id", "lines.manage", "nothing", lineEdit),
  staff("POST /settings/lines/:id", "lines.manage", "changes", lineUpdate),
  staff("POST /settings/lines/:id/enabled", "lines.manage", "changes", lineEnable),
  staff("GET /settings/lines/:id/monitor", "lines.watch", "nothing", lineMonitor),
  staff("GET /settings/fields", "fields.manage", "nothing", fieldList),
  staff("POST /settings/fields", "fields.manage", "changes", fieldCreate),
  staff("POST /settings/fields/:id", "fields.manage", "changes", fieldUpdate),
  staff("GET /settings/jobs", "jobs.manage", "nothing", jobList),
  staff("POST /settings/jobs/:id", "jobs.manage", "changes", jobChange),
  staff("GET /settings/audit", "audit.see", "nothing", auditList),
  staff("GET /settings/audit.csv", "audit.see", "export", auditExport("csv")),
  staff("GET /settings/audit.xlsx", "audit.see", "export", auditExport("xlsx")),
  staff("GET /settings/backup", "backups.manage", "nothing", backupShow),
  staff("POST /settings/backup", "backups.manage", "changes", backupSave),
  staff("POST /settings/backup/now", "backups.manage", "when_done", backupCreate),
  staff("GET /settings/backup/files/:name", "backups.manage", "backup", backupDownload),
  staff("GET /settings/backup/restore", "backups.restore", "nothing", restoreShow),
  staff("POST /settings/backup/restore", "backups.restore", "changes", restoreAct),
  staff("POST /settings/backup/upload", "backups.restore", "changes", restoreUpload, "takes_file"),
  staff("GET /settings/attachments", "files.limit", "nothing", attachmentSettings),
  staff("POST /settings/attachments", "files.limit", "changes", attachmentSettingsSave),

  staff("GET /imports", "customers.import", "nothing", importList),
  staff("POST /imports", "customers.import", "changes", importCreate, "takes_file"),
  staff("GET /imports/:id", "customers.import", "nothing", importShow),
  staff("POST /imports/:id", "customers.import", "preview", importChange),
  staff("POST /imports/:id/run", "customers.import", "when_done", importRun),
  staff("POST /imports/:id/cancel", "customers.import", "nothing_left", importCancel),
  staff("POST /imports/:id/undo", "customers.import", "when_done", importUndo),
  staff("GET /imports/:id/refused", "customers.import", "export", importRefused),

  staff("GET /reports", "reports.see", "nothing", reportShow),
  staff("GET /reports/export", "reports.see", "export", reportExport),

  staff("GET /board", "board.see", "nothing", boardShow),
  staff("GET /board/now", "board.see", "nothing", boardNow),
  staff("GET /board/wall", "board.see", "nothing", wallPreview),
  staff("GET /board/wall/now", "board.see", "nothing", wallPreviewNow),
  staff("GET /board/screens", "wall.manage", "nothing", wallScreenList),
  staff("POST /board/screens", "wall.manage", "changes", wallScreenCreate),
  staff("POST /board/screens/:id/end", "wall.manage", "changes", wallScreenEnd),
  anyone("GET /wall/:token", "nothing", wallShow),
  anyone("GET /wall/:token/now", "nothing", wallNow),
  anyone("GET /wall/:token/live", "nothing", wallLive),
  staff("GET /presence", "desk.use", "nothing", presenceShow),
  staff("POST /presence", "desk.use", "momentary", presenceChange),

  staff("GET /campaigns", "campaigns.call", "nothing", campaignList),
  staff("POST /campaigns", "campaigns.manage", "changes", campaignCreate),
  staff("GET /campaigns/new", "campaigns.manage", "nothing", campaignNew),
  staff("POST /campaigns/hours", "campaigns.manage", "changes", officeHoursChange),
  staff("GET /campaigns/work", "campaigns.call", "nothing", campaignWork),
  staff("POST /campaigns/work", "campaigns.call", "changes", campaignResult),
  staff("POST /campaigns/work/keep", "campaigns.call", "next_caller", campaignKeep),
  staff("POST /campaigns/work/release", "campaigns.call", "next_caller", campaignRelease),
  staff("GET /campaigns/:id", "campaigns.call", "nothing", campaignShow),
  staff("POST /campaigns/:id/next", "campaigns.call", "next_caller", campaignNext),
  staff("POST /campaigns/:id/state", "campaigns.manage", "changes", campaignChange),
];
