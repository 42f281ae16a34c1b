/** What the views of the campaigns are given. */
import type { TypedCampaign } from "../../desk/campaigns/campaign_rules.ts";
import type { CallingHours } from "../../desk/hours/calling_hours.ts";
import type { CampaignState, EntryResult } from "../../domain/campaign.ts";
import type { NumberView, TimeView } from "../basic_data.ts";
import type { CustomerView } from "../customers/customer_data.ts";

export interface CampaignRowView {
  readonly id: number;
  readonly name: string;
  readonly state: CampaignState;
  readonly createdAt: TimeView;
  readonly createdBy: string;
  readonly progress: ProgressView;
}

export interface ProgressView {
  readonly all: number;
  readonly done: number;
  readonly claimed: number;
  readonly waiting: number;
  /** 0 to 100. */
  readonly percent: number;
  readonly results: readonly { readonly result: EntryResult; readonly count: number }[];
}

export interface CampaignListView {
  readonly campaigns: readonly CampaignRowView[];
  readonly hours: CallingHours;
  /** The one that this person has in work; null without. */
  readonly own: { readonly name: string; readonly number: NumberView } | null;
  readonly error: string | null;
}

export interface CampaignFormView {
  readonly values: TypedCampaign;
  readonly errors: Readonly<Record<string, string>>;
  readonly grades: readonly string[];
  readonly imports: readonly {
    readonly id: number;
    readonly name: string;
    readonly at: TimeView;
  }[];
}

export interface CampaignView extends CampaignRowView {
  readonly hours: CallingHours;
  readonly nextDue: TimeView | null;
  /** Which entries are shown: a result, `waiting`, `claimed`; empty is all. */
  readonly shown: string;
  readonly entries: readonly EntryRowView[];
  readonly next: string | null;
  /** Why nobody could be called just now. */
  readonly notice: string | null;
}

export interface EntryRowView {
  readonly id: number;
  readonly number: NumberView;
  readonly customerId: number | null;
  readonly name: string;
  readonly company: string;
  readonly state: "waiting" | "claimed" | "done";
  readonly result: EntryResult | null;
  readonly resultAt: TimeView | null;
  readonly dueAt: TimeView | null;
  readonly staffName: string | null;
  readonly tries: number;
  readonly callId: number | null;
  readonly remark: string;
}

/** The number that an agent is to call now. */
export interface CampaignWorkView {
  readonly entryId: number;
  readonly campaignId: number;
  readonly campaignName: string;
  readonly script: string;
  readonly number: NumberView;
  readonly name: string;
  readonly company: string;
  /** What came of the tries before. */
  readonly before: EntryRowView | null;
  readonly customer: CustomerView | null;
  readonly values: { readonly result: string; readonly at: string; readonly remark: string };
  readonly errors: Readonly<Record<string, string>>;
  readonly progress: ProgressView;
}
