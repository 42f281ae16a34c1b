import type { Campaign, CampaignState, EntryResult } from "../domain/campaign.ts";
import type { Store } from "./database.ts";

export interface NewCampaign {
  readonly name: string;
  readonly script: string;
  readonly mostTries: number;
  readonly retryAfter: number;
}

/** How far a campaign is: numbers by what became of them. */
export interface CampaignProgress {
  readonly all: number;
  readonly done: number;
  readonly claimed: number;
  readonly waiting: number;
  /** Numbers whose last result this is, the waiting ones too. */
  readonly results: Readonly<Record<EntryResult, number>>;
}

const COLUMNS = `campaigns.id, campaigns.name, campaigns.script, campaigns.state,
  campaigns.most_tries AS mostTries, campaigns.retry_after AS retryAfter,
  campaigns.created_at AS createdAt, staff.name AS createdBy`;

/** Every campaign, those that run first, then the newest. */
export function listCampaigns(store: Store): Campaign[] {
  return store.all<Campaign>(
    `SELECT ${COLUMNS} FROM campaigns JOIN staff ON staff.id = campaigns.created_by
     ORDER BY CASE campaigns.state WHEN 'running' THEN 0 WHEN 'paused' THEN 1 ELSE 2 END,
       campaigns.id DESC`,
  );
}

export function campaignById(store: Store, id: number): Campaign | null {
  return store.get<Campaign>(
    `SELECT ${COLUMNS} FROM campaigns JOIN staff ON staff.id = campaigns.created_by
     WHERE campaigns.id = ?`,
    id,
  ) ?? null;
}

/** Makes a campaign without numbers, which waits to be started; returns its ID. */
export function createCampaign(
  store: Store,
  campaign: NewCampaign,
  by: number,
  now: number,
): number {
  return store.run(
    `INSERT INTO campaigns (name, script, state, most_tries, retry_after, created_at, created_by)
     VALUES (?, ?, 'paused', ?, ?, ?, ?)`,
    campaign.name,
    campaign.script,
    campaign.mostTries,
    campaign.retryAfter,
    now,
    by,
  ).id;
}

/** Starts, pauses or ends a campaign. What has ended stays so; false then, and where there is none. */
export function setCampaignState(store: Store, id: number, state: CampaignState): boolean {
  return store.run(
    "UPDATE campaigns SET state = ? WHERE id = ? AND state <> 'ended'",
    state,
    id,
  ).changes > 0;
}

/** How far every campaign is, by its ID, in one question. */
export function progressOfCampaigns(store: Store): Map<number, CampaignProgress> {
  const rows = store.all<CountRow>(
    `SELECT campaign_id AS id, state, result, count(*) AS n FROM campaign_entries
     GROUP BY campaign_id, state, result`,
  );
  return new Map([...new Set(rows.map(({ id }) => id))].map((id) => [id, sum(rows, id)]));
}

/** How far one is. */
export function progressOf(store: Store, id: number): CampaignProgress {
  const rows = store.all<CountRow>(
    `SELECT campaign_id AS id, state, result, count(*) AS n FROM campaign_entries
     WHERE campaign_id = ? GROUP BY state, result`,
    id,
  );
  return sum(rows, id);
}

interface CountRow {
  readonly id: number;
  readonly state: "waiting" | "claimed" | "done";
  readonly result: EntryResult | null;
  readonly n: number;
}

function sum(rows: readonly CountRow[], id: number): CampaignProgress {
  const count = (fits: (row: CountRow) => boolean) =>
    rows.reduce((all, row) => row.id === id && fits(row) ? all + row.n : all, 0);
  const of = (result: EntryResult) => count((row) => row.result === result);
  return {
    all: count(() => true),
    done: count(({ state }) => state === "done"),
    claimed: count(({ state }) => state === "claimed"),
    waiting: count(({ state }) => state === "waiting"),
    results: {
      reached: of("reached"),
      no_answer: of("no_answer"),
      busy: of("busy"),
      later: of("later"),
      refused: of("refused"),
      do_not_call: of("do_not_call"),
    },
  };
}
