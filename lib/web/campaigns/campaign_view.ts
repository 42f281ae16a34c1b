import { callingHours } from "../../desk/hours/calling_hours.ts";
import type { Campaign, CampaignEntry } from "../../domain/campaign.ts";
import { nextDue } from "../../store/campaign_claims.ts";
import { entryOfAgent, type ListedEntry, listEntries } from "../../store/campaign_entries.ts";
import {
  campaignById,
  type CampaignProgress,
  listCampaigns,
  progressOf,
  progressOfCampaigns,
} from "../../store/campaigns.ts";
import { customerById } from "../../store/customers.ts";
import type {
  CampaignListView,
  CampaignRowView,
  CampaignView,
  CampaignWorkView,
  EntryRowView,
  ProgressView,
} from "./campaign_data.ts";
import type { StaffVisit } from "../visit.ts";
import { numberView, timeView, timeViewOrNull } from "../basics.ts";
import { customerView } from "../customers/customer_view.ts";

const PAGE = 50;
const NOTHING: CampaignProgress = {
  all: 0,
  done: 0,
  claimed: 0,
  waiting: 0,
  results: { reached: 0, no_answer: 0, busy: 0, later: 0, refused: 0, do_not_call: 0 },
};

export function campaignListView(visit: StaffVisit, error: string | null = null): CampaignListView {
  const progress = progressOfCampaigns(visit.store);
  const own = entryOfAgent(visit.store, visit.person.id);
  return {
    campaigns: listCampaigns(visit.store).map((campaign) =>
      rowView(visit, campaign, progress.get(campaign.id) ?? NOTHING)
    ),
    hours: callingHours(visit.store, visit.web.office.timeZone, visit.now),
    own: own === null
      ? null
      : { name: own.name || own.company, number: numberView(visit, own.number) },
    error,
  };
}

/** A campaign with the entries behind `after` that are `shown` (empty: all). */
export function campaignView(
  visit: StaffVisit,
  campaign: Campaign,
  asked: { readonly shown: string; readonly after: number; readonly notice?: string | null },
): CampaignView {
  const { shown, after, notice = null } = asked;
  const filter = { result: shown === "" ? null : shown, after, limit: PAGE };
  const entries = listEntries(visit.store, campaign.id, filter);
  const last = entries.length < PAGE ? undefined : entries.at(-1);
  return {
    ...rowView(visit, campaign, progressOf(visit.store, campaign.id)),
    hours: callingHours(visit.store, visit.web.office.timeZone, visit.now),
    nextDue: timeViewOrNull(visit, nextDue(visit.store, campaign.id)),
    shown,
    entries: entries.map((entry) => entryView(visit, entry)),
    next: last === undefined
      ? null
      : `/campaigns/${campaign.id}?${new URLSearchParams({ shown, after: String(last.id) })}`,
    notice,
  };
}

/** The page on which an agent calls `entry`, with what was typed where it could not be stored. */
export function campaignWorkView(
  visit: StaffVisit,
  entry: CampaignEntry,
  typed: Pick<CampaignWorkView, "values" | "errors"> = {
    values: { result: "", at: "", remark: "" },
    errors: {},
  },
): CampaignWorkView {
  const campaign = campaignById(visit.store, entry.campaignId)!;
  const customer = entry.customerId === null ? null : customerById(visit.store, entry.customerId);
  return {
    entryId: entry.id,
    campaignId: campaign.id,
    campaignName: campaign.name,
    script: campaign.script,
    number: numberView(visit, entry.number),
    name: entry.name,
    company: entry.company,
    before: entry.tries === 0 ? null : entryView(visit, { ...entry, staffName: null }),
    customer: customer === null ? null : customerView(visit, customer),
    progress: progressView(progressOf(visit.store, campaign.id)),
    ...typed,
  };
}

function rowView(
  visit: StaffVisit,
  campaign: Campaign,
  progress: CampaignProgress,
): CampaignRowView {
  const { id, name, state, createdAt, createdBy } = campaign;
  return {
    id,
    name,
    state,
    createdAt: timeView(visit, createdAt),
    createdBy,
    progress: progressView(progress),
  };
}

function progressView({ all, done, claimed, waiting, results }: CampaignProgress): ProgressView {
  return {
    all,
    done,
    claimed,
    waiting,
    percent: all === 0 ? 0 : Math.floor(done / all * 100),
    results: (Object.keys(results) as (keyof typeof results)[])
      .map((result) => ({ result, count: results[result] })).filter(({ count }) => count > 0),
  };
}

function entryView(visit: StaffVisit, entry: ListedEntry): EntryRowView {
  return {
    id: entry.id,
    number: numberView(visit, entry.number),
    customerId: entry.customerId,
    name: entry.name,
    company: entry.company,
    state: entry.state,
    result: entry.result,
    resultAt: timeViewOrNull(visit, entry.resultAt),
    dueAt: entry.dueAt === 0 ? null : timeView(visit, entry.dueAt),
    staffName: entry.staffName,
    tries: entry.tries,
    callId: entry.callId,
    remark: entry.remark,
  };
}
