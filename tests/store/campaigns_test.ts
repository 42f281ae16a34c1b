import { deepEqual, equal } from "node:assert/strict";
import { NO_TEXTS } from "../../lib/domain/customer_fields.ts";
import fc from "fast-check";
import { CLAIM_MS } from "../../lib/domain/campaign.ts";
import {
  claimNext,
  finishClaim,
  keepClaim,
  nextDue,
  releaseClaim,
} from "../../lib/store/campaign_claims.ts";
import { addEntries, entryOfAgent, listEntries } from "../../lib/store/campaign_entries.ts";
import { createCampaign, progressOf, setCampaignState } from "../../lib/store/campaigns.ts";
import { createCustomer } from "../../lib/store/customers.ts";
import type { Store } from "../../lib/store/database.ts";
import { forbidCalls } from "../../lib/store/do_not_call.ts";
import { createStaff } from "../../lib/store/staff.ts";
import { passingStore } from "../support/passing_store.ts";

const NOW = Date.UTC(2026, 10, 20, 1);
const HOUR = 3_600_000;

/** Two agents, and a running campaign for each list of numbers. */
function office(...lists: readonly (readonly string[])[]) {
  const store = passingStore();
  const [kim, lee] = ["kim", "lee"].map((login) =>
    createStaff(store, { login, name: login, role: "agent", passwordHash: "" }, NOW).id
  ) as [number, number];
  const campaigns = lists.map((numbers) => campaign(store, kim, numbers));
  return { store, kim, lee, campaigns, [Symbol.dispose]: () => store.close() };
}

function campaign(store: Store, by: number, numbers: readonly string[]): number {
  const made = { name: "점검 안내", script: "", mostTries: 2, retryAfter: HOUR };
  const id = createCampaign(store, made, by, NOW);
  addEntries(
    store,
    id,
    numbers.map((number) => ({ customerId: null, number, normal: number, name: "", company: "" })),
  );
  setCampaignState(store, id, "running");
  return id;
}

const ask = (store: Store, campaignId: number, staffId: number, now = NOW) =>
  claimNext(store, { campaignId, staffId, now })?.number ?? null;

const RESULT = { result: "reached", at: null, remark: "" } as const;

Deno.test("each agent gets the next number, the same one again until it is done, and none twice", () => {
  using stand = office(["0101", "0102", "0103", "0101"]);
  const { store, kim, lee, campaigns: [id] } = stand;
  equal(ask(store, id!, kim), "0101");
  equal(ask(store, id!, lee), "0102");
  equal(ask(store, id!, kim), "0101");
  const entry = entryOfAgent(store, kim)!;
  equal(finishClaim(store, entry.id, kim, RESULT, NOW)?.state, "done");
  equal(ask(store, id!, kim), "0103");
  deepEqual(progressOf(store, id!).results.reached, 1);
});

Deno.test("a number that is in two campaigns is not two agents' at a time", () => {
  using stand = office(["0101", "0102"], ["0101", "0103"]);
  const { store, kim, lee, campaigns: [one, other] } = stand;
  equal(ask(store, one!, kim), "0101");
  equal(ask(store, other!, lee), "0103");
});

Deno.test("a number left by a browser that crashed is another agent's after a time, and what comes late is not written", () => {
  using stand = office(["0101"]);
  const { store, kim, lee, campaigns: [id] } = stand;
  ask(store, id!, kim);
  const { id: entry } = entryOfAgent(store, kim)!;
  equal(ask(store, id!, lee, NOW + CLAIM_MS - 1), null);
  equal(ask(store, id!, lee, NOW + CLAIM_MS), "0101");
  equal(finishClaim(store, entry, kim, RESULT, NOW + CLAIM_MS), null);
  equal(progressOf(store, id!).done, 0);
});

Deno.test("a number stays an agent's for as long as the page is heard of", () => {
  using stand = office(["0101"]);
  const { store, kim, lee, campaigns: [id] } = stand;
  ask(store, id!, kim);
  equal(keepClaim(store, kim, NOW + CLAIM_MS - 1), true);
  equal(ask(store, id!, lee, NOW + CLAIM_MS + 1), null);
  releaseClaim(store, kim);
  equal(keepClaim(store, kim, NOW), false);
  equal(ask(store, id!, lee), "0101");
});

Deno.test("who did not answer is called again after a time, until the tries are used up", () => {
  using stand = office(["0101"]);
  const { store, kim, campaigns: [id] } = stand;
  const call = (now: number) => {
    equal(ask(store, id!, kim, now), "0101");
    const entry = entryOfAgent(store, kim)!;
    return finishClaim(store, entry.id, kim, { ...RESULT, result: "no_answer" }, now)!.state;
  };
  equal(call(NOW), "waiting");
  equal(nextDue(store, id!), NOW + HOUR);
  equal(ask(store, id!, kim, NOW + HOUR - 1), null);
  equal(call(NOW + HOUR), "done");
  equal(ask(store, id!, kim, NOW + 9 * HOUR), null);
});

Deno.test("an appointment comes before the rest of the list when its time has come, and not before", () => {
  using stand = office(["0101", "0102", "0103"]);
  const { store, kim, campaigns: [id] } = stand;
  ask(store, id!, kim);
  const later = { result: "later", at: NOW + HOUR, remark: "오후에" } as const;
  finishClaim(store, entryOfAgent(store, kim)!.id, kim, later, NOW);
  equal(ask(store, id!, kim, NOW), "0102");
  finishClaim(store, entryOfAgent(store, kim)!.id, kim, RESULT, NOW);
  equal(ask(store, id!, kim, NOW + HOUR), "0101");
});

Deno.test("who asked not to be called is passed over and marked, even when it was said after the list was made", () => {
  using stand = office(["01012345678", "01099998888"]);
  const { store, kim, campaigns: [id] } = stand;
  const numbers = [{ number: "010-1234-5678", label: "" }];
  const customer = createCustomer(store, { ...NO_TEXTS, name: "이영희", numbers }, {
    by: null,
    at: NOW,
  });
  forbidCalls(store, customer.id, { by: kim, at: NOW });
  equal(ask(store, id!, kim), "01099998888");
  deepEqual(listEntries(store, id!, { result: "do_not_call", after: 0, limit: 9 }).length, 1);
});

Deno.test("a paused campaign gives nobody a number, an ended one stays ended", () => {
  using stand = office(["0101"]);
  const { store, kim, campaigns: [id] } = stand;
  setCampaignState(store, id!, "paused");
  equal(ask(store, id!, kim), null);
  setCampaignState(store, id!, "ended");
  equal(setCampaignState(store, id!, "running"), false);
  equal(ask(store, id!, kim), null);
});

Deno.test("whatever agents do in whatever order, no number is two agents' at the same time", () => {
  const step = fc.record({
    agent: fc.nat(3),
    campaign: fc.nat(1),
    act: fc.constantFrom("ask", "reached", "no_answer", "later", "release", "keep", "crash"),
    wait: fc.nat(CLAIM_MS),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      using stand = office(["0101", "0102", "0103"], ["0103", "0101", "0104"]);
      const { store, kim, lee, campaigns } = stand;
      const others = ["park", "choi"].map((login) =>
        createStaff(store, { login, name: login, role: "agent", passwordHash: "" }, NOW).id
      );
      const agents = [kim, lee, ...others];
      let now = NOW;
      const reached: string[] = [];
      for (const { agent, campaign, act, wait } of steps) {
        const staffId = agents[agent]!;
        const own = entryOfAgent(store, staffId);
        if (act === "ask") claimNext(store, { campaignId: campaigns[campaign]!, staffId, now });
        else if (act === "release") releaseClaim(store, staffId);
        else if (act === "keep") keepClaim(store, staffId, now);
        else if (act === "crash") now += wait;
        else if (own !== null) {
          const at = act === "later" ? now + wait : null;
          finishClaim(store, own.id, staffId, { result: act, at, remark: "" }, now);
          if (act === "reached") reached.push(`${own.campaignId} ${own.number}`);
        }
        const held = agents.map((id) => entryOfAgent(store, id)).filter((one) => one !== null);
        equal(new Set(held.map(({ normal }) => normal)).size, held.length);
      }
      equal(new Set(reached).size, reached.length, "nobody who was reached is called again");
    }),
    { numRuns: 25 },
  );
});
