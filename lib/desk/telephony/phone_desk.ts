import type { StaffDesk } from "../desk.ts";
import type { DialRate } from "./dial_rate.ts";
import type { Telephony } from "./telephony.ts";

/** Where somebody asks for what a switch is to do. */
export interface PhoneDesk extends StaffDesk {
  readonly telephony: Telephony;
  /** The one of the program: whichever way a person asks, it is counted here. */
  readonly dialRate: DialRate;
}
