import type { TextField } from "./customer_fields.ts";

/** A number of a customer. `normal` is the form in which numbers are compared (phone_number.ts). */
export interface CustomerNumber {
  readonly number: string;
  readonly normal: string;
  readonly label: string;
}

export interface Customer extends Readonly<Record<TextField, string>> {
  readonly id: number;
  /** Asked not to be called. */
  readonly doNotCall: boolean;
  /** `2026-11-21`, or '' where it is not known. */
  readonly birthday: string;
  /** Whose customer it is, of the staff. */
  readonly ownerId: number | null;
  /** The first is the main one. */
  readonly numbers: readonly CustomerNumber[];
  readonly createdAt: number;
  readonly changedAt: number;
  /** Grows by one with every change: two people who edit at once are told apart by it. */
  readonly version: number;
}

/** What lists say of a customer. */
export type CustomerInShort = Pick<
  Customer,
  "id" | "name" | "company" | "department" | "grade" | "warning"
>;

/** The ID that people and scripts see: `C-000123`. `id` is a positive integer. */
export function customerCode(id: number): string {
  return `C-${String(id).padStart(6, "0")}`;
}

/** The ID of a code that a person wrote down, be it without its zeros: `c-123`. Null where the text is none. */
export function typedCustomerCode(text: string): number | null {
  const found = /^c-0*([1-9]\d{0,11})$/i.exec(text.trim());
  return found === null ? null : Number(found[1]);
}

/** The inverse of `customerCode`; null where the text is no customer ID. */
export function parseCustomerCode(code: string): number | null {
  const found = /^C-(\d{6,15})$/i.exec(code.trim());
  return found === null ? null : Number(found[1]);
}
