import { SPECIAL_NUMBERS, type SpecialNumber } from "../domain/dial_kind.ts";
import type { Store } from "./database.ts";
import { setSetting, setting } from "./settings.ts";

/** What may be dialled from the pages. Telephones themselves are the exchange's to restrict. */
export interface DialPolicy {
  readonly allowed: Readonly<Record<SpecialNumber, boolean>>;
  /** So many calls may one person ask for in a minute. */
  readonly perMinute: number;
}

/** Nothing that a wrong number in a customer's record could cost money by; help in an emergency always. */
const USUAL: DialPolicy = {
  allowed: { emergency: true, international: false, premium: false, feature_code: false },
  perMinute: 12,
};

export const MOST_PER_MINUTE = 60;

export function dialPolicy(store: Store): DialPolicy {
  const perMinute = Number(setting(store, "dial.per_minute") ?? USUAL.perMinute);
  const good = Number.isInteger(perMinute) && perMinute >= 1 && perMinute <= MOST_PER_MINUTE;
  return {
    allowed: {
      emergency: isAllowed(store, "emergency"),
      international: isAllowed(store, "international"),
      premium: isAllowed(store, "premium"),
      feature_code: isAllowed(store, "feature_code"),
    },
    perMinute: good ? perMinute : USUAL.perMinute,
  };
}

/** `perMinute` is a whole number from 1 to `MOST_PER_MINUTE`. */
export function setDialPolicy(store: Store, { allowed, perMinute }: DialPolicy): void {
  store.transaction(() => {
    for (const kind of SPECIAL_NUMBERS) {
      setSetting(store, `dial.${kind}`, allowed[kind] ? "yes" : "no");
    }
    setSetting(store, "dial.per_minute", String(perMinute));
  });
}

function isAllowed(store: Store, kind: SpecialNumber): boolean {
  const stored = setting(store, `dial.${kind}`);
  return stored === null ? USUAL.allowed[kind] : stored === "yes";
}
