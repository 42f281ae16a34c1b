/**
 * What each view is given: plain data, ready to show, already filtered by what the person may see. A
 * view asks for nothing and decides nothing; a partial renders from its own data alone, in a page as
 * over htmx.
 */
import type { AccountViews } from "./account/views.ts";
import type { AgentStateViews } from "./agent_state/views.ts";
import type { AttachmentsViews } from "./attachments/views.ts";
import type { AuditViews } from "./audit/views.ts";
import type { BackupsViews } from "./backups/views.ts";
import type { BoardViews } from "./board/views.ts";
import type { CallsViews } from "./calls/views.ts";
import type { CampaignsViews } from "./campaigns/views.ts";
import type { ChecklistViews } from "./checklist/views.ts";
import type { ConsultationsViews } from "./consultations/views.ts";
import type { CustomFieldsViews } from "./custom_fields/views.ts";
import type { CustomersViews } from "./customers/views.ts";
import type { DeskViews } from "./desk/views.ts";
import type { DiallingViews } from "./dialling/views.ts";
import type { ExtensionsViews } from "./extensions/views.ts";
import type { FirstStartViews } from "./first_start/views.ts";
import type { HoursViews } from "./hours/views.ts";
import type { ImportsViews } from "./imports/views.ts";
import type { JobsViews } from "./jobs/views.ts";
import type { LinesViews } from "./lines/views.ts";
import type { NoticesViews } from "./notices/views.ts";
import type { OfficeViews } from "./office/views.ts";
import type { ProgramViews } from "./program/views.ts";
import type { ReportsViews } from "./reports/views.ts";
import type { SearchViews } from "./search/views.ts";
import type { SettingsViews } from "./settings/views.ts";
import type { SignInViews } from "./sign_in/views.ts";
import type { StaffViews } from "./staff/views.ts";
import type { TrunksViews } from "./trunks/views.ts";
import type { TrustViews } from "./trust/views.ts";
import type { WordsViews } from "./words/views.ts";
import type { WorkViews } from "./work/views.ts";
import type { ErrorView } from "./page_data.ts";

/** View name -> its data. `views/<name>.eta` exists for each, and each is compiled at start. */
export interface Views
  extends
    AccountViews,
    AgentStateViews,
    AttachmentsViews,
    AuditViews,
    BackupsViews,
    BoardViews,
    CallsViews,
    CampaignsViews,
    ChecklistViews,
    ConsultationsViews,
    CustomFieldsViews,
    CustomersViews,
    DeskViews,
    DiallingViews,
    ExtensionsViews,
    FirstStartViews,
    HoursViews,
    ImportsViews,
    JobsViews,
    LinesViews,
    NoticesViews,
    OfficeViews,
    ProgramViews,
    ReportsViews,
    SearchViews,
    SettingsViews,
    SignInViews,
    StaffViews,
    TrunksViews,
    TrustViews,
    WordsViews,
    WorkViews {
  "shell/error": ErrorView;
  "shell/toast": { readonly kind: "done" | "error"; readonly text: string };
}
