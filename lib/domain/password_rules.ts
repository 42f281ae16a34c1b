import { BAD_PASSWORDS } from "./bad_passwords.ts";

/** Shorter ones are guessed; longer ones are no password but a file that was pasted in by mistake. */
export const PASSWORD_LENGTH = { least: 8, most: 200 } as const;

/** Why a password will not do: `common` is one that everybody tries first. */
export type PasswordProblem = "short" | "long" | "common" | "own_name";

/**
 * What is wrong with `password` as the one of the account `login`; null where it will do. Length and what
 * people try first are all that counts: rules about signs make passwords that end in "1!".
 */
export function passwordProblem(password: string, login: string): PasswordProblem | null {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.least) return "short";
  if (length > PASSWORD_LENGTH.most) return "long";
  const plain = password.normalize("NFKC").toLowerCase();
  if (isTriedFirst(plain)) return "common";
  const own = login.normalize("NFKC").toLowerCase();
  return plain.replace(/[\d\W_]+$/, "") === own || plain === own ? "own_name" : null;
}

/** A list word, also with digits or signs behind it, one sign again and again, or keys in a row. */
function isTriedFirst(plain: string): boolean {
  const word = plain.replace(/[\d\W_]+$/, "");
  if (BAD_PASSWORDS.has(plain) || (word !== "" && BAD_PASSWORDS.has(word))) return true;
  return new Set(plain).size <= 2 || isRow(plain);
}

const ROWS = ["01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz"];

function isRow(plain: string): boolean {
  const backwards = [...plain].reverse().join("");
  return ROWS.some((row) => row.includes(plain) || row.includes(backwards));
}
