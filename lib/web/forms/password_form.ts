import { PASSWORD_LENGTH, passwordProblem } from "../../domain/password_rules.ts";
import type { Translate } from "../../text/translator.ts";

/** What is wrong with a new password for the account `login`, in a sentence; null where it will do. */
export function passwordError(password: string, login: string, t: Translate): string | null {
  const problem = passwordProblem(password, login);
  if (problem === null) return null;
  const length = [...password].length;
  return t(`password.${problem}`, { ...PASSWORD_LENGTH, length });
}
