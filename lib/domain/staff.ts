import type { OwnExtension } from "./extension.ts";

/** Roles, from the least right to the most. The operator is no role but the agent of the operator's phone. */
export const ROLES = ["agent", "supervisor", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const LANGUAGES = ["ko", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(code: string): code is Language {
  return (LANGUAGES as readonly string[]).includes(code);
}

/** A member of the staff, without anything secret. */
export interface Staff {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
  readonly active: boolean;
  /** The extensions that are this person's, by number; those of every line first. */
  readonly extensions: readonly OwnExtension[];
  /** Whether one of them is an operator's phone: it hears of every call. */
  readonly operator: boolean;
}
