import { z } from "zod";
import { CALL_RESULTS } from "../../domain/campaign.ts";
import { linkCall } from "../../store/call_customer.ts";
import { callById } from "../../store/calls.ts";
import { finishClaim, type ResultOfCall } from "../../store/campaign_claims.ts";
import { entryOfAgent } from "../../store/campaign_entries.ts";
import { forbidCalls } from "../../store/do_not_call.ts";
import { callbackRule, type TypedMoment } from "../callback_rule.ts";
import { requireMay, type StaffDesk } from "../desk.ts";
import { check, line, oneOf } from "../field_rules.ts";
import type { Outcome, Problems } from "../problem.ts";

/** What came of a call, as it was written. */
export interface TypedResult {
  readonly result: string;
  /** When to call again. Counts with `later` only. */
  readonly at: TypedMoment;
  readonly remark: string;
  /** They asked not to be called any more. */
  readonly forbid: boolean;
}

/**
 * Writes what came of calling the number `entryId`, which is theirs; the outcome is its campaign's ID. Null where it is not theirs any
 * more, after a long silence: what the one writes counts to whom it was given. Problems stand by the names of `typed`'s fields.
 */
export function writeResult(
  desk: StaffDesk,
  entryId: number | null,
  typed: TypedResult,
): Outcome<number | null> {
  requireMay(desk, "campaigns.call");
  const { store, by, now } = desk;
  return store.transaction((): Outcome<number | null> => {
    const entry = entryOfAgent(store, by.id);
    if (entry === null || entry.id !== entryId) return { ok: true, value: null };
    const checked = checkResult(typed, now);
    if (!checked.ok) return checked;
    const change = { by: by.id, at: now };
    const done = finishClaim(store, entry.id, by.id, checked.value, now);
    const { customerId, campaignId } = entry;
    if (customerId !== null && typed.forbid) forbidCalls(store, customerId, change);
    const callId = done?.callId ?? null;
    const call = callId === null ? null : callById(store, callId);
    // The list says who was called, where the number alone does not.
    const isUnlinked = call !== null && call.customerId === null && customerId !== null;
    if (isUnlinked) linkCall(store, call.id, customerId, change);
    return { ok: true, value: campaignId };
  });
}

function checkResult({ result, remark, at }: TypedResult, now: number): Outcome<ResultOfCall> {
  const shape = z.object({
    result: oneOf(CALL_RESULTS, "campaign.result_required"),
    remark: line("remark", 300),
  });
  const checked = check(shape, { result, remark });
  if (result !== "later") {
    return checked.ok ? { ok: true, value: { ...checked.value, at: null } } : checked;
  }
  const again = callbackRule(at, now);
  if (checked.ok && "at" in again) return { ok: true, value: { ...checked.value, at: again.at } };
  const problems: Problems = {
    ...checked.ok ? {} : checked.problems,
    ..."at" in again ? {} : { at: again.problem },
  };
  return { ok: false, problems };
}
