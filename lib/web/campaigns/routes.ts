import { type Route, staff } from "../route.ts";
import { campaignCreate, campaignNew } from "./campaign_create.ts";
import { campaignList, officeHoursChange } from "./campaign_list.ts";
import { campaignChange, campaignShow } from "./campaign_show.ts";
import {
  campaignKeep,
  campaignNext,
  campaignRelease,
  campaignResult,
  campaignWork,
} from "./campaign_work.ts";

export const routes: readonly Route[] = [
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
