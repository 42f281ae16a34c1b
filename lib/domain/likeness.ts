import { withoutCompanyForm, withoutTitle } from "./said_beside.ts";
import { folded } from "./search_text.ts";

/** Hashes that are equal where two customers are likely one; 0 where there is nothing to compare. */
export interface Likeness {
  /** Same name and same company. */
  readonly name: number;
  /** Same company, and a name that sounds the same. */
  readonly sound: number;
  readonly email: number;
}

/** What customers are compared by who may have been registered twice. */
export function likenessOf(
  customer: { readonly name: string; readonly company: string; readonly email: string },
): Likeness {
  const [name, company] = comparedName(customer);
  return {
    // A name alone is no reason: there are thousands of the name 김영수.
    name: nameKey(name, company),
    sound: name === "" || company === "" ? 0 : hash(`${soundOf(name)}\n${company}`),
    email: emailKey(customer.email),
  };
}

/** The `name` of a customer's likeness alone, which costs less. */
export function nameLikeness(
  customer: { readonly name: string; readonly company: string },
): number {
  return nameKey(...comparedName(customer));
}

function comparedName(
  customer: { readonly name: string; readonly company: string },
): [name: string, company: string] {
  const company = folded(withoutCompanyForm(customer.company.normalize("NFKC")));
  return [folded(withoutTitle(customer.name)), company];
}

function nameKey(name: string, company: string): number {
  return name === "" || company === "" ? 0 : hash(`${name}\n${company}`);
}

/** Of an e-mail address; 0 where there is none. */
export function emailKey(email: string): number {
  const address = email.trim().toLowerCase();
  return address === "" ? 0 : hash(address);
}

const SYLLABLE = { first: 0xac00, last: 0xd7a3, vowels: 21, finals: 28 };
/** Doubled initials sound like the single ones; ㄹ and ㄴ at the beginning are often written ㅇ (류, 유). */
const SAME_INITIAL: Readonly<Record<number, number>> = { 1: 0, 4: 3, 8: 7, 10: 9, 13: 12 };
/** ㅐ and ㅔ, ㅒ and ㅖ, ㅙ, ㅚ and ㅞ sound the same. */
const SAME_VOWEL: Readonly<Record<number, number>> = { 5: 1, 7: 3, 11: 10, 15: 10 };

/** Names that are often written one for the other have one sound: 재현 and 제현, 류 and 유, Anne and Ane. */
function soundOf(name: string): string {
  let sound = "";
  for (const letter of name) {
    const code = (letter.codePointAt(0) ?? 0) - SYLLABLE.first;
    if (code < 0 || code > SYLLABLE.last - SYLLABLE.first) {
      if (!sound.endsWith(letter)) sound += letter;
      continue;
    }
    const initial = Math.floor(code / (SYLLABLE.vowels * SYLLABLE.finals));
    const vowel = Math.floor(code / SYLLABLE.finals) % SYLLABLE.vowels;
    const first = sound === "" && FRONT_VOWELS.has(vowel) && (initial === 5 || initial === 2)
      ? 11
      : SAME_INITIAL[initial] ?? initial;
    sound += `${first}.${SAME_VOWEL[vowel] ?? vowel}.${code % SYLLABLE.finals} `;
  }
  return sound;
}

/** ㅑㅒㅕㅖㅛㅠㅣ: before them ㄹ and ㄴ at the beginning of a name fall silent (두음법칙). */
const FRONT_VOWELS = new Set([2, 3, 6, 7, 12, 17, 20]);

/** 53 bits, never 0: two rounds of MurmurHash3's finalizer over 32 bits each. */
function hash(text: string): number {
  let [high, low] = [0x9e3779b9, 0x243f6a88];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = mixed(high ^ unit);
    low = mixed(low + unit + 0x7f4a7c15);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0) || 1;
}

function mixed(value: number): number {
  let word = Math.imul(value ^ value >>> 16, 0x85ebca6b);
  word = Math.imul(word ^ word >>> 13, 0xc2b2ae35);
  return word ^ word >>> 16;
}
