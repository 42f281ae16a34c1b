/** What the views of the dial pad are given. */
import type { SpecialNumber } from "../../domain/dial_kind.ts";
import type { TypedNumbering } from "../../desk/telephony/change_numbering.ts";
import type { NumberView, TimeView } from "../basic_data.ts";

export interface DialPadView {
  /** Filled in already; empty for a blank pad. */
  readonly number: string;
  /** Of those to choose from, the own one that the person dials from; null for who has none. */
  readonly own: string | null;
  /** Extensions to choose from, `value` as it is sent; none for an agent who has one or none. */
  readonly extensions: readonly { readonly value: string; readonly text: string }[];
  /** Numbers dialled last, the newest first. */
  readonly recent: readonly {
    readonly number: NumberView;
    readonly who: string;
    readonly at: TimeView;
  }[];
}

/** `dialling/dialling_page` */
export interface DiallingView {
  readonly kinds: readonly { readonly kind: SpecialNumber; readonly allowed: boolean }[];
  /** As typed. */
  readonly perMinute: string;
  readonly error: string;
  readonly saved: boolean;
}

/** `dialling/numbers` */
export interface NumbersView {
  readonly typed: TypedNumbering;
  readonly errors: Readonly<Record<string, string>>;
  readonly saved: boolean;
  /** In the order of their names. */
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  /** A number without the area code, completed; null without one. */
  readonly example: string | null;
  /** What is dialled for abroad where nothing is said. */
  readonly usualAbroad: string;
  /** Whether stored numbers are being read anew. */
  readonly rereading: boolean;
}
