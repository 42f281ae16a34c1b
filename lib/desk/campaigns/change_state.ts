import type { CampaignState } from "../../domain/campaign.ts";
import { campaignById, setCampaignState } from "../../store/campaigns.ts";
import { NotFound } from "../../store/errors.ts";
import { type Desk, requireMay } from "../desk.ts";

/** Starts, pauses or ends a campaign; what has ended stays so, and false is returned. Throws `NotFound`. */
export function changeState(desk: Desk, id: number, state: CampaignState): boolean {
  requireMay(desk, "campaigns.manage");
  const { store } = desk;
  return store.transaction(() => {
    if (campaignById(store, id) === null) throw new NotFound("campaign", id);
    return setCampaignState(store, id, state);
  });
}
