import type { Desk } from "../desk.ts";
import type { Telephony } from "../telephony/telephony.ts";

/** Where somebody changes the lines of the office. */
export interface LineDesk extends Desk {
  /** Is told of each change: it opens, closes and opens again what is stored. */
  readonly telephony: Pick<Telephony, "reload">;
}
