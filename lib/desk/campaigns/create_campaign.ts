import { createCampaign as storeCampaign, setCampaignState } from "../../store/campaigns.ts";
import { numberingOf } from "../../store/numbering.ts";
import { requireMay, type StaffDesk } from "../desk.ts";
import type { Outcome } from "../problem.ts";
import { checkCampaign, type TypedCampaign } from "./campaign_rules.ts";
import { fillCampaign } from "./fill_campaign.ts";
import { readList } from "./read_list.ts";

export interface CreatedCampaign {
  readonly id: number;
  /** How many numbers are in it; it runs where there are any. */
  readonly count: number;
  /** Lines of its list without a number, which are left out. */
  readonly withoutNumber: number;
}

/**
 * Makes a campaign and fills it, bit by bit; it runs as soon as all its numbers are in it. Problems stand by the names of
 * `typed`'s fields. Throws where whoever asked may not any more when it is full: then it waits to be started.
 */
export async function createCampaign(
  desk: StaffDesk,
  typed: TypedCampaign,
): Promise<Outcome<CreatedCampaign>> {
  requireMay(desk, "campaigns.manage");
  const numbering = numberingOf(desk.store);
  const checked = checkCampaign(typed, numbering);
  if (!checked.ok) return checked;
  const { campaign, source } = checked.value;
  const id = storeCampaign(desk.store, campaign, desk.by.id, desk.now);
  const count = await fillCampaign(desk.store, id, source);
  const { store } = desk.again();
  if (count > 0) setCampaignState(store, id, "running");
  const withoutNumber = source.kind === "list" ? readList(source.text, numbering).withoutNumber : 0;
  return { ok: true, value: { id, count, withoutNumber } };
}
