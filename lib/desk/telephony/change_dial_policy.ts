import { type DialPolicy, MOST_PER_MINUTE, setDialPolicy } from "../../store/dial_policy.ts";
import { type Desk, requireMay } from "../desk.ts";
import { wholeNumber } from "../field_rules.ts";
import type { Outcome } from "../problem.ts";

/** What may be dialled from the pages, as it was written. */
export interface TypedDialPolicy extends Omit<DialPolicy, "perMinute"> {
  readonly perMinute: string;
}

/** Says which special numbers may be dialled, and how often in a minute. The problem stands by `perMinute`. */
export function changeDialPolicy(desk: Desk, typed: TypedDialPolicy): Outcome<null> {
  requireMay(desk, "dialling.manage");
  const perMinute = wholeNumber(typed.perMinute, { least: 1, most: MOST_PER_MINUTE });
  if (perMinute === null) {
    const problem = { code: "dialling.per_minute_wrong", args: { most: MOST_PER_MINUTE } } as const;
    return { ok: false, problems: { perMinute: problem } };
  }
  setDialPolicy(desk.store, { allowed: typed.allowed, perMinute });
  return { ok: true, value: null };
}
