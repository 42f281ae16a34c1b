/** Roles, from the least right to the most. The operator is no role but the agent of the operator's phone. */
export const ROLES = ["agent", "supervisor", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const LANGUAGES = ["ko", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(code: string): code is Language {
  return (LANGUAGES as readonly string[]).includes(code);
}

export const EXTENSION_KINDS = ["operator", "phone", "phone_fax"] as const;
export type ExtensionKind = (typeof EXTENSION_KINDS)[number];

export interface Extension {
  readonly number: string;
  readonly kind: ExtensionKind;
  readonly label: string;
  readonly staffId: number | null;
}

/** A member of the staff, without anything secret. */
export interface Staff {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
  readonly active: boolean;
  /** The extension that is this person's, or null. */
  readonly extension: string | null;
  /** Whether that extension is the operator's phone: it hears of every call. */
  readonly operator: boolean;
}
