import {
  PASSWORD_LENGTH,
  type PasswordProblem,
  passwordProblem,
} from "../../domain/password_rules.ts";
import type { Problem, ProblemCode } from "../problem.ts";

/** Makes of a password what is kept of it; takes some tenths of a second. */
export type HashPassword = (password: string) => Promise<string>;

const CODES: Readonly<Record<PasswordProblem, ProblemCode>> = {
  short: "password.short",
  long: "password.long",
  common: "password.common",
  own_name: "password.own_name",
};

/** What is wrong with a new password for the account `login`; null where it will do. */
export function passwordRule(password: string, login: string): Problem | null {
  const problem = passwordProblem(password, login);
  if (problem === null) return null;
  const { least, most } = PASSWORD_LENGTH;
  return { code: CODES[problem], args: { least, most, length: [...password].length } };
}
