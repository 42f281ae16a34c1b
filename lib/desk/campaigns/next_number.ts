import type { CampaignEntry } from "../../domain/campaign.ts";
import { claimNext, keepClaim, releaseClaim } from "../../store/campaign_claims.ts";
import { entryOfAgent } from "../../store/campaign_entries.ts";
import { requireMay, type StaffDesk } from "../desk.ts";
import { callingHours } from "../hours/calling_hours.ts";

/** The number that an agent has, or why there is none: no telephone to call by, outside the hours, nothing to call now. */
export type NextNumber = CampaignEntry | "no_extension" | "closed" | "none";

/**
 * Gives whoever asks the next number of a campaign; who has one already keeps it, of whichever campaign, also after hours.
 * `timeZone` is the office's.
 */
export function nextNumber(
  desk: StaffDesk,
  campaignId: number,
  timeZone: string,
): NextNumber {
  requireMay(desk, "campaigns.call");
  const { store, by, now } = desk;
  if (by.extensions.length === 0) return "no_extension";
  return store.transaction(() => {
    const isOpen = entryOfAgent(store, by.id) !== null || callingHours(store, timeZone, now).open;
    if (!isOpen) return "closed";
    return claimNext(store, { campaignId, staffId: by.id, now }) ?? "none";
  });
}

/** Says that whoever asks is still at their number; false where it is not theirs any more. */
export function keepNumber(desk: StaffDesk): boolean {
  requireMay(desk, "campaigns.call");
  return keepClaim(desk.store, desk.by.id, desk.now);
}

/** Gives their number back uncalled; returns it, or null where they had none. */
export function giveNumberBack(desk: StaffDesk): CampaignEntry | null {
  requireMay(desk, "campaigns.call");
  const { store, by } = desk;
  return store.transaction(() => {
    const entry = entryOfAgent(store, by.id);
    releaseClaim(store, by.id);
    return entry;
  });
}
