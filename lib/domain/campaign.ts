/** Whether agents get the next one on asking. */
export const CAMPAIGN_STATES = ["running", "paused", "ended"] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** What came of a call. `later`: call again at a time; the agents choose among these. */
export const CALL_RESULTS = ["reached", "no_answer", "busy", "later", "refused"] as const;
export type CallResult = (typeof CALL_RESULTS)[number];

/** `do_not_call` is the program's own: the customer asked not to be called, and was not. */
export type EntryResult = CallResult | "do_not_call";

/** For so long, ms, an entry is its agent's after the agent's page was heard of last. */
export const CLAIM_MS = 10 * 60_000;

export interface Campaign {
  readonly id: number;
  readonly name: string;
  readonly script: string;
  readonly state: CampaignState;
  /** A number that is busy or does not answer is tried so often. */
  readonly mostTries: number;
  /** Time between two tries, ms. */
  readonly retryAfter: number;
  /** ms since the epoch, UTC. */
  readonly createdAt: number;
  readonly createdBy: string;
}

/** One number of a campaign. Times are ms since the epoch, UTC. */
export interface CampaignEntry {
  readonly id: number;
  readonly campaignId: number;
  readonly customerId: number | null;
  readonly number: string;
  readonly normal: string;
  readonly name: string;
  readonly company: string;
  readonly state: "waiting" | "claimed" | "done";
  /** Not to be called before; 0 is at any time. */
  readonly dueAt: number;
  readonly claimedBy: number | null;
  readonly claimedAt: number | null;
  readonly tries: number;
  readonly result: EntryResult | null;
  readonly resultAt: number | null;
  readonly callId: number | null;
  readonly remark: string;
}
