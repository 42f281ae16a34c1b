import { hashPassword } from "../../lib/domain/password.ts";

/** A hash that is checked in a millisecond: for tests about something else than what a password costs. */
export function cheapHash(password: string): Promise<string> {
  return hashPassword(password, { N: 2 ** 10, r: 8, p: 1 });
}
