import type { CampaignEntry } from "../domain/campaign.ts";
import type { Store } from "./database.ts";

export interface NewEntry {
  readonly customerId: number | null;
  readonly number: string;
  readonly normal: string;
  readonly name: string;
  readonly company: string;
}

/** The columns of a `CampaignEntry`. */
export const ENTRY_COLUMNS = `entry.id, entry.campaign_id AS campaignId,
  entry.customer_id AS customerId, entry.number, entry.normal,
  coalesce(nullif((SELECT name FROM customers WHERE id = entry.customer_id), ''), entry.name) AS name,
  coalesce(nullif((SELECT company FROM customers WHERE id = entry.customer_id), ''), entry.company) AS company,
  entry.state, entry.due_at AS dueAt, entry.claimed_by AS claimedBy, entry.claimed_at AS claimedAt,
  entry.tries, entry.result, entry.result_at AS resultAt, entry.call_id AS callId, entry.remark`;

/** Puts numbers into a campaign, in one transaction; returns how many were not in it yet. */
export function addEntries(store: Store, campaignId: number, entries: readonly NewEntry[]): number {
  return store.transaction(() => {
    let added = 0;
    for (const entry of entries) {
      added += store.run(
        `INSERT INTO campaign_entries (campaign_id, customer_id, number, normal, name, company)
         VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (campaign_id, normal) DO NOTHING`,
        campaignId,
        entry.customerId,
        entry.number,
        entry.normal,
        entry.name,
        entry.company,
      ).changes;
    }
    return added;
  });
}

export function entryById(store: Store, id: number): CampaignEntry | null {
  return store.get<CampaignEntry>(
    `SELECT ${ENTRY_COLUMNS} FROM campaign_entries AS entry WHERE entry.id = ?`,
    id,
  ) ?? null;
}

/** The one that is this agent's at the moment; null without. */
export function entryOfAgent(store: Store, staffId: number): CampaignEntry | null {
  return store.get<CampaignEntry>(
    `SELECT ${ENTRY_COLUMNS} FROM campaign_entries AS entry
     WHERE entry.claimed_by = ? AND entry.state = 'claimed'`,
    staffId,
  ) ?? null;
}

export type ListedEntry = CampaignEntry & {
  /** Who has it, or had it last; null before anybody did. */
  readonly staffName: string | null;
};

/** Numbers of a campaign behind the entry `after`, in their order; `result` null is all of them. */
export function listEntries(
  store: Store,
  campaignId: number,
  asked: { readonly result: string | null; readonly after: number; readonly limit: number },
): ListedEntry[] {
  return store.all<ListedEntry>(
    `SELECT ${ENTRY_COLUMNS}, staff.name AS staffName
     FROM campaign_entries AS entry
     LEFT JOIN staff ON staff.id = coalesce(entry.claimed_by, entry.result_by)
     WHERE entry.campaign_id = ?1 AND entry.id > ?2
       AND (?3 IS NULL OR entry.result = ?3 OR entry.state = ?3 AND entry.result IS NULL)
     ORDER BY entry.id LIMIT ?4`,
    campaignId,
    asked.after,
    asked.result,
    asked.limit,
  );
}
