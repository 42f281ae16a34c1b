/**
 * What each view is given: plain data, ready to show, already filtered by what the person may see. A
 * view asks for nothing and decides nothing; a partial renders from its own data alone, in a page as
 * over htmx.
 */
import type { AuditView } from "./audit_data.ts";
import type { BackupPageView, RestoreView } from "./backup_data.ts";
import type { CustomerBrief, NumberView, TimeView } from "./basic_data.ts";
import type {
  BoardPageView,
  BoardView,
  PresenceView,
  WallScreensView,
  WallView,
} from "./board_data.ts";
import type { CallPanelView } from "./call_data.ts";
import type { CallLogView } from "./call_log_data.ts";
import type {
  CampaignFormView,
  CampaignListView,
  CampaignView,
  CampaignWorkView,
} from "./campaign_data.ts";
import type { ConsultationPageView, DraftView } from "./consultation_data.ts";
import type { CustomerFormView, CustomerView, HistoryView } from "./customer_data.ts";
import type { CardView, DetailView, PopupsView } from "./desk_data.ts";
import type { DialPadView } from "./dial_data.ts";
import type { FieldListView } from "./field_data.ts";
import type { AttachmentSettingsView, AttachmentsView } from "./file_data.ts";
import type { ImportsView, ImportView } from "./import_data.ts";
import type { JobListView } from "./job_data.ts";
import type { CustomerMergeView, DuplicateListView } from "./merge_data.ts";
import type {
  DiallingView,
  HoursPageView,
  OfficeView,
  RetentionView,
  SettingsView,
  SoundsView,
  WordListView,
} from "./office_data.ts";
import type { ErrorView, NoticeView } from "./page_data.ts";
import type { ReportView } from "./report_data.ts";
import type { SearchResultsView } from "./search_data.ts";
import type { AccountView, PasswordView } from "./account_data.ts";
import type { ExtensionListView } from "./extension_data.ts";
import type { LineFormView, LineListView, LineMonitorView } from "./line_data.ts";
import type { StaffFormView, StaffListView } from "./staff_data.ts";
import type { TrunkListView } from "./trunk_data.ts";
import type { ChecklistView } from "./checklist_data.ts";
import type { SetupCodeView, SetupView } from "./setup_data.ts";
import type { TrustView } from "./trust_data.ts";
import type { MissedListView, MissedView, RemindersView } from "./work_data.ts";

/** View name -> its data. `views/<name>.eta` exists for each, and each is compiled at start. */
export interface Views {
  "pages/login": {
    readonly login: string;
    readonly error: string | null;
    readonly next: string;
    /** Whether there is somebody whom browsers have to trust first. */
    readonly trust: boolean;
    /** Nobody can set up the office yet: the page leads to where that begins. */
    readonly unmanaged: boolean;
  };
  "pages/trust": TrustView;
  "pages/setup_code": SetupCodeView;
  "pages/setup": SetupView;
  "pages/checklist": ChecklistView;
  "pages/settings": SettingsView;
  "pages/office": OfficeView;
  "pages/hours": HoursPageView;
  "pages/word_list": WordListView;
  "pages/sounds": SoundsView;
  "pages/dialling": DiallingView;
  "pages/retention": RetentionView;
  "pages/desk": { readonly card: CardView; readonly detail: DetailView };
  "pages/call_list": CallLogView & { readonly panel: CallPanelView | null };
  "pages/customer_list": {
    readonly query: string;
    readonly rows: readonly (CustomerBrief & {
      readonly number: NumberView | null;
      readonly lastContact: TimeView | null;
    })[];
    readonly next: string | null;
    /** False where time was up before everything was looked through. */
    readonly complete: boolean;
  };
  "pages/customer_show": { readonly customer: CustomerView };
  "pages/customer_form": { readonly form: CustomerFormView };
  "pages/import_list": ImportsView;
  "pages/import_show": ImportView;
  "partials/import_state": ImportView;
  "pages/consultation_show": ConsultationPageView;
  "partials/consultation": ConsultationPageView;
  "partials/attachments": AttachmentsView;
  "partials/reminders": RemindersView;
  "partials/notices": { readonly notices: readonly NoticeView[] };
  "pages/field_list": FieldListView;
  "pages/backup": BackupPageView;
  "pages/audit": AuditView;
  "pages/backup_restore": RestoreView;
  "pages/backup_restoring": { readonly name: string };
  "partials/backups": BackupPageView;
  "partials/restore_state": RestoreView;
  "pages/attachment_settings": AttachmentSettingsView;
  "pages/account_show": AccountView;
  "pages/account_password": PasswordView;
  "pages/staff_list": StaffListView;
  "pages/staff_form": StaffFormView;
  "pages/extension_list": ExtensionListView;
  "pages/trunk_list": TrunkListView;
  "pages/job_list": JobListView;
  "partials/job_rows": JobListView;
  "pages/line_list": LineListView;
  "pages/line_form": LineFormView;
  "pages/line_monitor": LineMonitorView;
  "partials/line_rows": LineListView;
  "partials/frame_rows": LineMonitorView;
  "pages/error": ErrorView;
  "partials/popups": PopupsView;
  "partials/card": CardView;
  "partials/draft_status": DraftView;
  "partials/detail": DetailView;
  "partials/history": HistoryView;
  "partials/call_log": CallLogView;

  "partials/call_panel": CallPanelView;
  "pages/missed_list": MissedListView;
  "partials/missed_rows": MissedListView;
  "partials/missed_row": { readonly row: MissedView };
  "partials/customer_rows": Views["pages/customer_list"];
  "partials/search_results": SearchResultsView;
  "pages/duplicate_list": DuplicateListView;
  "pages/customer_merge": CustomerMergeView;
  "partials/toast": { readonly kind: "done" | "error"; readonly text: string };
  "pages/board": BoardPageView;
  "pages/wall": WallView & { readonly sessionKey: string };
  "pages/wall_screens": WallScreensView;
  "pages/report": ReportView;
  "partials/board": BoardView;
  "partials/wall": WallView;
  "partials/presence": PresenceView;
  "pages/dial": DialPadView;
  "partials/dial_pad": DialPadView;
  "pages/campaign_list": CampaignListView;
  "pages/campaign_new": CampaignFormView;
  "pages/campaign_show": CampaignView;
  "pages/campaign_work": CampaignWorkView;
  "partials/campaign_rows": CampaignView;
  "partials/campaign_progress": CampaignView;
}
