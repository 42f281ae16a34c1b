import { callerNumber } from "./dialled_number.ts";

/** How somebody outside can be told apart: by a number, an address, a browser that came back, a name that a site signed. */
export const CONTACT_KINDS = ["telephone", "mail", "visitor", "site_user"] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** Where somebody outside is reached; the same kind and address are the same point. */
export interface ContactPoint {
  readonly kind: ContactKind;
  /** In the form in which addresses of its kind are compared. */
  readonly address: string;
}

/** The contact point of an address as it was typed or told. */
export function contactPoint(kind: ContactKind, told: string): ContactPoint {
  return { kind, address: NORMAL[kind](told) };
}

const NORMAL: Readonly<Record<ContactKind, (told: string) => string>> = {
  telephone: (number) => callerNumber(number).normal,
  mail: (address) => address.trim().toLowerCase(),
  visitor: (token) => token,
  site_user: (name) => name,
};
