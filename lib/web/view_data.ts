/**
 * What each view is given: plain data, ready to show, already filtered by what the person may see. A
 * view asks for nothing and decides nothing; a partial renders from its own data alone, in a page as
 * over htmx.
 */
import type { AuditView } from "./audit/audit_data.ts";
import type { BackupPageView, RestoreView } from "./backups/backup_data.ts";
import type { CustomerBrief, NumberView, TimeView } from "./basic_data.ts";
import type {
  BoardPageView,
  BoardView,
  PresenceView,
  WallScreensView,
  WallView,
} from "./board/board_data.ts";
import type { CallPanelView } from "./calls/call_data.ts";
import type { CallLogView } from "./calls/call_log_data.ts";
import type {
  CampaignFormView,
  CampaignListView,
  CampaignView,
  CampaignWorkView,
} from "./campaigns/campaign_data.ts";
import type { ConsultationPageView, DraftView } from "./consultations/consultation_data.ts";
import type { CustomerFormView, CustomerView, HistoryView } from "./customers/customer_data.ts";
import type { CardView, DetailView, PopupsView } from "./desk/desk_data.ts";
import type { DialPadView } from "./dialling/dial_data.ts";
import type { FieldListView } from "./custom_fields/field_data.ts";
import type { AttachmentSettingsView, AttachmentsView } from "./attachments/file_data.ts";
import type { ImportsView, ImportView } from "./imports/import_data.ts";
import type { JobListView } from "./jobs/job_data.ts";
import type { CustomerMergeView, DuplicateListView } from "./customers/merge_data.ts";
import type {
  DiallingView,
  HoursPageView,
  OfficeView,
  RetentionView,
  SettingsView,
  SoundsView,
  WordListView,
} from "./office/office_data.ts";
import type { ErrorView, NoticeView } from "./page_data.ts";
import type { ReportView } from "./reports/report_data.ts";
import type { SearchResultsView } from "./search/search_data.ts";
import type { AccountView, PasswordView } from "./account/account_data.ts";
import type { ExtensionListView } from "./extensions/extension_data.ts";
import type { LineFormView, LineListView, LineMonitorView } from "./lines/line_data.ts";
import type { StaffFormView, StaffListView } from "./staff/staff_data.ts";
import type { TrunkListView } from "./trunks/trunk_data.ts";
import type { ChecklistView } from "./checklist/checklist_data.ts";
import type { SetupCodeView, SetupView } from "./first_start/setup_data.ts";
import type { TrustView } from "./trust/trust_data.ts";
import type { MissedListView, MissedView, RemindersView } from "./work/work_data.ts";

/** View name -> its data. `views/<name>.eta` exists for each, and each is compiled at start. */
export interface Views {
  "sign_in/login": {
    readonly login: string;
    readonly error: string | null;
    readonly next: string;
    /** Whether there is somebody whom browsers have to trust first. */
    readonly trust: boolean;
    /** Nobody can set up the office yet: the page leads to where that begins. */
    readonly unmanaged: boolean;
  };
  "trust/trust": TrustView;
  "first_start/setup_code": SetupCodeView;
  "first_start/setup": SetupView;
  "checklist/checklist": ChecklistView;
  "settings/settings": SettingsView;
  "office/office": OfficeView;
  "hours/hours": HoursPageView;
  "words/word_list": WordListView;
  "office/sounds": SoundsView;
  "dialling/dialling_page": DiallingView;
  "office/retention": RetentionView;
  "desk/desk": { readonly card: CardView; readonly detail: DetailView };
  "calls/call_list": CallLogView & { readonly panel: CallPanelView | null };
  "customers/customer_list": {
    readonly query: string;
    readonly rows: readonly (CustomerBrief & {
      readonly number: NumberView | null;
      readonly lastContact: TimeView | null;
    })[];
    readonly next: string | null;
    /** False where time was up before everything was looked through. */
    readonly complete: boolean;
  };
  "customers/customer_show": { readonly customer: CustomerView };
  "customers/customer_form_page": { readonly form: CustomerFormView };
  "imports/import_list": ImportsView;
  "imports/import_show": ImportView;
  "imports/import_state": ImportView;
  "consultations/consultation_show": ConsultationPageView;
  "consultations/consultation": ConsultationPageView;
  "attachments/attachments": AttachmentsView;
  "work/reminders": RemindersView;
  "notices/notices": { readonly notices: readonly NoticeView[] };
  "custom_fields/field_list": FieldListView;
  "backups/backup": BackupPageView;
  "audit/audit": AuditView;
  "backups/backup_restore": RestoreView;
  "backups/backup_restoring": { readonly name: string };
  "backups/backups": BackupPageView;
  "backups/restore_state": RestoreView;
  "attachments/attachment_settings": AttachmentSettingsView;
  "account/account_show": AccountView;
  "account/account_password": PasswordView;
  "staff/staff_list": StaffListView;
  "staff/staff_form": StaffFormView;
  "extensions/extension_list": ExtensionListView;
  "trunks/trunk_list": TrunkListView;
  "jobs/job_list": JobListView;
  "jobs/job_rows": JobListView;
  "lines/line_list": LineListView;
  "lines/line_form": LineFormView;
  "lines/line_monitor": LineMonitorView;
  "lines/line_rows": LineListView;
  "lines/frame_rows": LineMonitorView;
  "shell/error": ErrorView;
  "desk/popups": PopupsView;
  "desk/card": CardView;
  "consultations/draft_status": DraftView;
  "desk/detail": DetailView;
  "customers/history": HistoryView;
  "calls/call_log": CallLogView;

  "calls/call_panel": CallPanelView;
  "work/missed_list": MissedListView;
  "work/missed_rows": MissedListView;
  "work/missed_row": { readonly row: MissedView };
  "customers/customer_rows": Views["customers/customer_list"];
  "search/search_results": SearchResultsView;
  "customers/duplicate_list": DuplicateListView;
  "customers/customer_merge": CustomerMergeView;
  "shell/toast": { readonly kind: "done" | "error"; readonly text: string };
  "board/board_page": BoardPageView;
  "board/wall_page": WallView & { readonly sessionKey: string };
  "board/wall_screens": WallScreensView;
  "reports/report": ReportView;
  "board/board": BoardView;
  "board/wall": WallView;
  "agent_state/presence": PresenceView;
  "dialling/dial": DialPadView;
  "dialling/dial_pad": DialPadView;
  "campaigns/campaign_list": CampaignListView;
  "campaigns/campaign_new": CampaignFormView;
  "campaigns/campaign_show": CampaignView;
  "campaigns/campaign_work": CampaignWorkView;
  "campaigns/campaign_rows": CampaignView;
  "campaigns/campaign_progress": CampaignView;
}
