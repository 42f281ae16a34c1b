import { type CallResult, type CampaignEntry, CLAIM_MS } from "../domain/campaign.ts";
import { ENTRY_COLUMNS, entryById, entryOfAgent } from "./campaign_entries.ts";
import { campaignById } from "./campaigns.ts";
import type { Store } from "./database.ts";
import { askedNotToBeCalled } from "./do_not_call.ts";

/** Who asks for the next one, when (ms since the epoch, UTC). */
export interface Asking {
  readonly campaignId: number;
  readonly staffId: number;
  readonly now: number;
}

export interface ResultOfCall {
  readonly result: CallResult;
  /** When to call again, ms since the epoch, UTC; with `later` only. */
  readonly at: number | null;
  readonly remark: string;
}

/**
 * Gives an agent the next number of a campaign, or the one that the agent has already, of whichever campaign.
 * In one transaction: no number is two agents' at a time. Appointments come first, then the list in its
 * order; who asked not to be called is passed over and marked so. Null where nothing is to be called now.
 */
export function claimNext(
  store: Store,
  { campaignId, staffId, now }: Asking,
): CampaignEntry | null {
  return store.transaction(() => {
    releaseForgotten(store, now);
    const own = entryOfAgent(store, staffId);
    if (own !== null) return own;
    if (campaignById(store, campaignId)?.state !== "running") return null;
    for (;;) {
      const next = nextOf(store, campaignId, now);
      if (next === null) return null;
      if (askedNotToBeCalled(store, next.normal).length > 0) {
        store.run(
          `UPDATE campaign_entries SET state = 'done', result = 'do_not_call', result_at = ? WHERE id = ?`,
          now,
          next.id,
        );
        continue;
      }
      store.run(
        `UPDATE campaign_entries SET state = 'claimed', claimed_by = ?, claimed_at = ?, kept_at = ?
         WHERE id = ?`,
        staffId,
        now,
        now,
        next.id,
      );
      return entryById(store, next.id);
    }
  });
}

/** The agent's page is there still; false where the number is not the agent's any more. */
export function keepClaim(store: Store, staffId: number, now: number): boolean {
  return store.run(
    "UPDATE campaign_entries SET kept_at = ? WHERE claimed_by = ? AND state = 'claimed'",
    now,
    staffId,
  ).changes > 0;
}

/** Gives back what the agent has, uncalled: anybody may get it next. */
export function releaseClaim(store: Store, staffId: number): void {
  store.run(
    `UPDATE campaign_entries SET state = 'waiting', claimed_by = NULL, claimed_at = NULL, kept_at = NULL
     WHERE claimed_by = ? AND state = 'claimed'`,
    staffId,
  );
}

/**
 * Writes what came of calling the entry, with the call itself. Who did not answer is called again until the
 * campaign's tries are used up. Returns the entry, or null where it is not this agent's any more: then
 * nothing is written.
 */
export function finishClaim(
  store: Store,
  entryId: number,
  staffId: number,
  { result, at, remark }: ResultOfCall,
  now: number,
): CampaignEntry | null {
  return store.transaction(() => {
    const entry = entryOfAgent(store, staffId);
    if (entry === null || entry.id !== entryId) return null;
    const campaign = campaignById(store, entry.campaignId)!;
    const again = result === "no_answer" || result === "busy"
      ? entry.tries + 1 < campaign.mostTries ? now + campaign.retryAfter : null
      : result === "later"
      ? at
      : null;
    store.run(
      `UPDATE campaign_entries SET state = ?, due_at = ?, tries = tries + 1, result = ?, result_at = ?,
         result_by = ?, remark = ?, call_id = ?,
         claimed_by = NULL, claimed_at = NULL, kept_at = NULL
       WHERE id = ?`,
      again === null ? "done" : "waiting",
      again ?? 0,
      result,
      now,
      staffId,
      remark,
      callOf(store, entry, staffId),
      entryId,
    );
    return entryById(store, entryId);
  });
}

/** When the next appointment or further try is due, ms since the epoch, UTC; null without any. */
export function nextDue(store: Store, campaignId: number): number | null {
  return store.get<{ due: number | null }>(
    `SELECT min(due_at) AS due FROM campaign_entries
     WHERE campaign_id = ? AND state = 'waiting' AND due_at > 0`,
    campaignId,
  )?.due ?? null;
}

/** The newest call to the entry's number by its agent since the agent has it; null without. */
function callOf(store: Store, entry: CampaignEntry, staffId: number): number | null {
  return store.get<{ id: number }>(
    `SELECT id FROM calls WHERE normal = ? AND started_at >= ? AND direction = 'out'
       AND EXISTS (SELECT 1 FROM connections WHERE call_id = calls.id AND staff_id = ?)
     ORDER BY started_at DESC LIMIT 1`,
    entry.normal,
    entry.claimedAt ?? 0,
    staffId,
  )?.id ?? null;
}

/** A browser that crashed has left its number: it is anybody's again. */
function releaseForgotten(store: Store, now: number): void {
  store.run(
    `UPDATE campaign_entries SET state = 'waiting', claimed_by = NULL, claimed_at = NULL, kept_at = NULL
     WHERE state = 'claimed' AND kept_at <= ?`,
    now - CLAIM_MS,
  );
}

function nextOf(store: Store, campaignId: number, now: number): CampaignEntry | null {
  const free = `NOT EXISTS (
    SELECT 1 FROM campaign_entries AS other WHERE other.normal = entry.normal AND other.state = 'claimed')`;
  const due = store.get<CampaignEntry>(
    `SELECT ${ENTRY_COLUMNS} FROM campaign_entries AS entry
     WHERE campaign_id = ? AND state = 'waiting' AND due_at BETWEEN 1 AND ? AND ${free}
     ORDER BY due_at, id LIMIT 1`,
    campaignId,
    now,
  );
  return due ?? store.get<CampaignEntry>(
    `SELECT ${ENTRY_COLUMNS} FROM campaign_entries AS entry
     WHERE campaign_id = ? AND state = 'waiting' AND due_at = 0 AND ${free} ORDER BY id LIMIT 1`,
    campaignId,
  ) ?? null;
}
