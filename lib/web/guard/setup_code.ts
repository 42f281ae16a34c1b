import { timingSafeEqual } from "node:crypto";

/** Without what is mistaken for something else when it is read from another screen: I, L, O, U, 0 and 1. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 8;

/** A code such as `7K4M-Q9TX`: one of 650 thousand million. */
export function newSetupCode(): string {
  const letters: string[] = [];
  while (letters.length < LENGTH) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    // What does not divide evenly is thrown again, so that every letter is as likely.
    if (byte < 256 - 256 % LETTERS.length) letters.push(LETTERS[byte % LETTERS.length]!);
  }
  return `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
}

/** Whether `typed` is this code: small letters, spaces and a missing hyphen do not matter. */
export function isSetupCode(typed: string, code: string): boolean {
  const [one, other] = [typed, code].map((text) => {
    const plain = text.normalize("NFKC").toUpperCase().replace(/[^0-9A-Z]/g, "");
    return new TextEncoder().encode(plain.slice(0, 100));
  });
  return one!.length === other!.length && timingSafeEqual(one!, other!);
}
