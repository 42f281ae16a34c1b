import type { CallingHours } from "../../desk/hours/calling_hours.ts";

/** `hours/hours` */
export interface HoursPageView {
  readonly hours: CallingHours;
  readonly hoursError: string;
  readonly holidays: readonly {
    readonly day: string;
    /** `2026년 9월 25일 (금)` */
    readonly shown: string;
    readonly name: string;
  }[];
  readonly typed: { readonly day: string; readonly name: string };
  readonly errors: Readonly<Record<string, string>>;
  /** Years whose public holidays can be added. */
  readonly years: readonly number[];
  readonly lunar: boolean;
  /** What was done just now; empty for nothing. */
  readonly done: string;
}
