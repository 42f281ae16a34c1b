import { hashPassword, verifyPassword } from "../../lib/domain/password.ts";
import { PasswordCheck } from "../../lib/web/guard/password_check.ts";

const COST = { N: 2 ** 10, r: 8, p: 1 };

/** A hash that is checked in a millisecond: for tests about something else than what a password costs. */
export function cheapHash(password: string): Promise<string> {
  return hashPassword(password, COST);
}

/** A web whose new passwords, and those of nobody, cost as little. */
export function cheapPasswords(): PasswordCheck {
  return new PasswordCheck(verifyPassword, COST);
}
