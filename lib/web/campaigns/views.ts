import type {
  CampaignFormView,
  CampaignListView,
  CampaignView,
  CampaignWorkView,
} from "./campaign_data.ts";

/** As in view_data.ts. */
export interface CampaignsViews {
  "campaigns/campaign_list": CampaignListView;
  "campaigns/campaign_new": CampaignFormView;
  "campaigns/campaign_show": CampaignView;
  "campaigns/campaign_work": CampaignWorkView;
  "campaigns/campaign_rows": CampaignView;
  "campaigns/campaign_progress": CampaignView;
}
