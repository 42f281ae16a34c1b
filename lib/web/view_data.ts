/**
 * What each view is given: plain data, ready to show, already filtered by what the person may see. A
 * view asks for nothing and decides nothing; a partial renders from its own data alone, in a page as
 * over htmx.
 */
import type { CallMatch, CallOutcome, CallState } from "../domain/call.ts";
import type { ConsultationState } from "../domain/consultation.ts";
import type { Right } from "../domain/rights.ts";
import type { CustomerMergeView, DuplicateListView, NumberOwnerView } from "./merge_data.ts";
import type {
  AttachmentSettingsView,
  AttachmentsView,
  ConsultationPageView,
  FieldInputView,
  FieldListView,
  FieldValueView,
  FileView,
  RemindersView,
} from "./customer_data.ts";
import type { AuditView } from "./audit_data.ts";
import type { BackupPageView, RestoreView } from "./backup_data.ts";
import type { ReportView } from "./report_data.ts";
import type { TrustView } from "./trust_data.ts";
import type {
  AccountView,
  ExtensionListView,
  LineFormView,
  LineListView,
  LineMonitorView,
  PasswordView,
  StaffFormView,
  StaffListView,
  TrunkListView,
} from "./settings_data.ts";
import type {
  DiallingView,
  HoursPageView,
  OfficeView,
  RetentionView,
  SettingsView,
  SoundsView,
  WordListView,
} from "./office_data.ts";
import type { ChecklistView, SetupCodeView, SetupView } from "./setup_data.ts";
import type { SearchResultsView } from "./search_data.ts";
import type { WithheldReason } from "../domain/call_event.ts";
import type { RingSound } from "../store/ring_sound.ts";
import type { MissedState } from "../domain/missed.ts";
import type { ImportsView, ImportView } from "./import_data.ts";
import type { Language, Role } from "../domain/staff.ts";
import type {
  BoardPageView,
  BoardView,
  PresenceView,
  WallScreensView,
  WallView,
} from "./board_data.ts";
import type {
  CampaignFormView,
  CampaignListView,
  CampaignView,
  CampaignWorkView,
} from "./campaign_data.ts";
import type { DialPadView } from "./dial_data.ts";

export interface ErrorView {
  readonly status: number;
  readonly title: string;
  readonly message: string;
  /** The form that could not be carried out, to be sent again as it was typed; null where there is none. */
  readonly again: {
    readonly action: string;
    readonly fields: readonly (readonly [name: string, value: string])[];
  } | null;
}

/** A number as people see it; `digits` is what is dialled, copied and put into a URL. */
export interface NumberView {
  readonly digits: string;
  readonly shown: string;
  readonly label: string;
}

/** A moment: `iso` for machines and running clocks, `short` (`오늘 14:03`), `full` for the tooltip. */
export interface TimeView {
  readonly iso: string;
  readonly short: string;
  readonly full: string;
}

export interface CustomerBrief {
  readonly id: number;
  /** `C-000123` */
  readonly code: string;
  readonly name: string;
  readonly company: string;
  readonly department: string;
  readonly grade: string;
  readonly warning: string;
}

/** Who is at the other end. Exactly one of the four is the case; `none` is an unknown, new number. */
export type WhoView =
  | { readonly kind: "customer"; readonly customer: CustomerBrief; readonly match: CallMatch }
  | { readonly kind: "several"; readonly candidates: readonly CandidateView[] }
  | { readonly kind: "withheld"; readonly reason: WithheldReason | null }
  | { readonly kind: "none" };

export interface CandidateView {
  readonly customer: CustomerBrief;
  /** An agent chose this one for the number the last time: offered first. */
  readonly chosenBefore: boolean;
  readonly lastConsultation: ConsultationView | null;
}

export interface ConsultationView {
  readonly id: number;
  readonly callId: number | null;
  readonly at: TimeView;
  readonly staffName: string;
  readonly type: string;
  readonly text: string;
  readonly state: ConsultationState;
  readonly callbackAt: TimeView | null;
  /** How often it was corrected. */
  readonly revisions: number;
}

/** `partials/popups` */
export interface PopupsView {
  /** Newest last, three at most. */
  readonly popups: readonly PopupView[];
  /** How many more there are. */
  readonly more: number;
}

export interface PopupView {
  readonly callId: number;
  readonly trunk: string;
  /** The trunk's own number and label: which number was called. Null where nobody has said anything of it. */
  readonly called: { readonly label: string; readonly number: string } | null;
  /** The extensions that ring and concern this person. */
  readonly extensions: readonly string[];
  /** Whether one of them is this person's own. */
  readonly own: boolean;
  readonly number: NumberView | null;
  readonly since: TimeView;
  readonly who: WhoView;
  readonly lastConsultation: ConsultationView | null;
  /** Calls of this customer or number before this one. */
  readonly callCount: number;
  /** Set when somebody else answered: the pop-up says who, and closes by itself after 4 s. */
  readonly answeredBy: { readonly extension: string; readonly name: string } | null;
}

/** `partials/card`: the consultation card. `call` is null while nobody is on the phone. */
export interface CardView {
  readonly call: CardCallView | null;
  readonly openWork: OpenWorkView;
}

export interface CardCallView {
  readonly callId: number;
  readonly direction: "in" | "out";
  readonly state: CallState;
  readonly trunk: string;
  readonly extension: string | null;
  readonly number: NumberView | null;
  readonly startedAt: TimeView;
  readonly answeredAt: TimeView | null;
  readonly endedAt: TimeView | null;
  /** `3분 12초`; null while it runs. */
  readonly talkTime: string | null;
  readonly who: WhoView;
  readonly draft: DraftView;
  readonly types: readonly string[];
  readonly attachments: AttachmentsView;
}

/** What is in the note's form: as stored, or as it was sent when it could not be stored. */
export interface DraftView {
  readonly consultationId: number | null;
  readonly version: number;
  readonly type: string;
  readonly text: string;
  readonly state: ConsultationState;
  /** `2026-11-21T14:30`, the office's time, as `datetime-local` wants it; empty without one. */
  readonly callbackAt: string;
  readonly savedAt: TimeView | null;
  readonly errors: Readonly<Record<string, string>>;
  /**
   * The text that another tab stored in the meantime; null without a conflict. `version` above is then still
   * the old one: sending `conflict.version` says that the other text was seen and is to be saved over.
   */
  readonly conflict:
    | { readonly text: string; readonly type: string; readonly version: number }
    | null;
}

export interface OpenWorkView {
  readonly drafts: readonly OpenWorkItem[];
  /** Saved, and to be gone on with. */
  readonly open: readonly OpenWorkItem[];
  readonly callbacks: readonly OpenWorkItem[];
  /** Missed callers whom this person has taken, or who rang at their extension. */
  readonly missed: readonly MissedView[];
}

export interface OpenWorkItem {
  readonly consultationId: number;
  readonly callId: number | null;
  readonly customer: CustomerBrief | null;
  readonly number: NumberView | null;
  /** First line of the note. */
  readonly text: string;
  readonly at: TimeView;
  /** A call-back whose time has come. */
  readonly due: boolean;
}

/** `partials/detail`: the right side. */
export type DetailView =
  | { readonly kind: "customer"; readonly customer: CustomerView; readonly callId: number | null }
  /** Side by side, one key each. */
  | {
    readonly kind: "several";
    readonly callId: number;
    readonly candidates: readonly CandidateView[];
  }
  | { readonly kind: "form"; readonly form: CustomerFormView }
  | {
    readonly kind: "withheld";
    readonly reason: WithheldReason | null;
    readonly callId: number;
  }
  /** Nobody on the phone: my day. */
  | { readonly kind: "day"; readonly day: DayView };

export interface DayView {
  readonly answered: number;
  readonly missed: number;
  readonly outbound: number;
  /** Mean talk time of today, `2분 10초`; null without calls. */
  readonly talkTime: string | null;
  readonly calls: readonly CallRowView[];
}

export interface CustomerView extends CustomerBrief {
  readonly email: string;
  readonly address: string;
  readonly memo: string;
  readonly numbers: readonly NumberView[];
  readonly doNotCall: boolean;
  /** `2026-11-21`, or empty. */
  readonly birthday: string;
  /** Names of the staff; empty for nobody, or for the program itself. */
  readonly owner: string;
  readonly createdBy: string;
  readonly changedBy: string;
  /** Custom fields that have a value, in their order. */
  readonly fields: readonly FieldValueView[];
  readonly attachments: AttachmentsView;
  readonly createdAt: TimeView;
  readonly changedAt: TimeView;
  readonly version: number;
  readonly history: HistoryView;
}

/** One time line of calls and notes, newest first. */
export interface HistoryView {
  readonly items: readonly HistoryItemView[];
  /** URL of the next part; null at the end. */
  readonly next: string | null;
}

export interface HistoryItemView {
  readonly at: TimeView;
  readonly call: CallRowView | null;
  readonly consultation: ConsultationView | null;
  readonly files: readonly FileView[];
}

export interface CallRowView {
  readonly id: number;
  readonly at: TimeView;
  readonly direction: "in" | "out";
  readonly state: CallState;
  readonly outcome: CallOutcome | null;
  readonly trunk: string;
  readonly number: NumberView | null;
  readonly reason: WithheldReason | null;
  readonly customer: CustomerBrief | null;
  readonly match: CallMatch | null;
  /** Last extension on the call, and whose it was. */
  readonly extension: string | null;
  readonly staffName: string | null;
  readonly type: string;
  /** First line of the note. */
  readonly note: string;
  readonly ringTime: string | null;
  readonly talkTime: string | null;
}

/** `partials/call_panel`: the whole course of one call. */
export interface CallPanelView {
  readonly row: CallRowView;
  readonly steps: readonly {
    readonly at: TimeView;
    readonly kind: "started" | "rang" | "answered" | "transferred" | "dialled" | "ended";
    readonly extension: string | null;
    readonly staffName: string | null;
  }[];
  readonly who: WhoView;
  readonly consultations: readonly ConsultationView[];
  /** Where the panel closes to: the list as it was. */
  readonly back: string;
}

/** `partials/call_log`: filters, columns and one page of the log. */
export interface CallLogView {
  readonly chips: readonly ChipView[];
  /** The log without filters; null where there is none. */
  readonly clear: string | null;
  readonly columns: readonly CallColumnView[];
  /** Every column, to choose from. */
  readonly choices: readonly {
    readonly name: string;
    readonly label: string;
    readonly shown: boolean;
  }[];
  readonly rows: readonly CallRowView[];
  /** `?outcome=missed`, or empty: comes behind the URL of a row, so that its panel closes into this list. */
  readonly search: string;
  /** `51–100 / 1,234건` */
  readonly count: string;
  /** Only so many calls could be looked through: a sentence that says so; empty otherwise. */
  readonly cut: string;
  /** So many changes are still to come into the log: a sentence that says so; empty otherwise. */
  readonly unmarked: string;
  readonly pager: PagerView;
  readonly saved: readonly {
    readonly id: number;
    readonly name: string;
    readonly url: string;
    readonly chosen: boolean;
  }[];
  /** What the form of the filters sends along. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly exports: { readonly csv: string; readonly xlsx: string };
  /** Where the rows are asked for again when a call changes; null on any page but the newest calls. */
  readonly live: string | null;
}

/** A filter as a chip that says what it does. */
export interface ChipView {
  readonly name: string;
  readonly label: string;
  /** What is chosen, in words; empty for nothing. */
  readonly value: string;
  /** The log without this filter. */
  readonly without: string;
  readonly kind: "choice" | "text" | "digits" | "range";
  /** Not set, and asked for less often: stands behind "more". */
  readonly tucked: boolean;
  /** For `choice` and `range`; the first is "any". */
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly chosen: boolean;
  }[];
  /** What was typed, for `text` and `digits`. */
  readonly typed: string;
  /** Days, for `range`. */
  readonly from: string;
  readonly to: string;
}

export interface CallColumnView {
  readonly name: string;
  readonly label: string;
  readonly figure: boolean;
  readonly sorted: "ascending" | "descending" | null;
  /** Sorts by it, or turns the order. */
  readonly url: string;
}

export interface PagerView {
  readonly first: string | null;
  readonly previous: string | null;
  readonly next: string | null;
  readonly last: string | null;
  /** Null where pages have no number because counting them would take long. */
  readonly page: number | null;
  readonly pages: number | null;
}

/** A caller on the list of the missed. */
export interface MissedView {
  readonly id: number;
  readonly state: MissedState;
  readonly number: NumberView | null;
  readonly customer: CustomerBrief | null;
  readonly tries: number;
  readonly first: TimeView;
  readonly last: TimeView;
  readonly lastCallId: number;
  readonly rang: readonly string[];
  /** Who is at it, or has done it. */
  readonly staffName: string | null;
  /** It is this person who is at it. */
  readonly mine: boolean;
  readonly changed: TimeView;
  readonly reachedBy: number | null;
}

export interface MissedListView {
  readonly show: "waiting" | "mine" | "done";
  readonly rows: readonly MissedView[];
  readonly next: string | null;
  /** How many wait. */
  readonly count: number;
}

export interface CustomerFormView {
  /** Null for a new customer. */
  readonly id: number | null;
  readonly code: string | null;
  readonly version: number;
  /** The call that this registration is for; it is linked on saving. */
  readonly callId: number | null;
  readonly values: {
    readonly name: string;
    readonly company: string;
    readonly department: string;
    readonly email: string;
    readonly address: string;
    readonly grade: string;
    readonly memo: string;
    readonly warning: string;
    readonly doNotCall: boolean;
    readonly birthday: string;
    /** The ID as text; empty for nobody. */
    readonly owner: string;
    /** As typed; rows beyond the last are blank ones to fill. The first is the main number. */
    readonly numbers: readonly { readonly number: string; readonly label: string }[];
  };
  /** By field name; `numbers.0` for the first number; `form` for what belongs to no field. */
  readonly errors: Readonly<Record<string, string>>;
  /** Stored in the meantime by somebody else: both versions are shown. */
  readonly conflict: CustomerView | null;
  /** Numbers that somebody else has: it is asked what is to become of them. */
  readonly owners: readonly NumberOwnerView[];
  readonly grades: readonly string[];
  /** Whose customer it may be. */
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  readonly fields: readonly FieldInputView[];
}

/** What every view finds beside its own data, as `it.page`. */
export interface PageView {
  readonly language: Language;
  readonly title: string;
  /** How the office is called; empty where nobody has said it. */
  readonly office: string;
  /** How the browser rings where its person has not said otherwise. */
  readonly ring: RingSound;
  readonly active:
    | "desk"
    | "board"
    | "calls"
    | "missed"
    | "customers"
    | "reports"
    | "campaigns"
    | "settings"
    | null;
  readonly person: PersonView | null;
  /** What they may; nothing where there is nobody. */
  readonly may: Readonly<Record<Right, boolean>>;
  /** Changes with every sign-in: the shared worker starts a new stream by it. */
  readonly sessionKey: string;
  readonly line: LineView;
  /** How many missed callers wait. */
  readonly missed: number;
  /** The URL of this page, to come back to. */
  readonly path: string;
  /** The desk shows the card in its left column, every other page in a drawer at the left. */
  readonly cardPlace: "column" | "drawer";
  readonly version: string;
  /** On `demo`: a line that says so. */
  readonly demo: boolean;
  /** What this person is told at the top of the page; `GET /notices` has it anew. */
  readonly notices: readonly NoticeView[];
}

/** Something that somebody is told on every page until it is over. */
export interface NoticeView {
  readonly text: string;
  /** Where more is to be seen, or something done about it; null for nowhere. */
  readonly link: { readonly href: string; readonly text: string } | null;
}

export interface PersonView {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly extension: string | null;
  readonly presence: PresenceView;
}

export interface LineView {
  readonly state: "none" | "opening" | "open" | "fault";
  /** For people: `회선 연결됨`; no device names for an agent. */
  readonly text: string;
}

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
