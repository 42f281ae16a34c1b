/**
 * The keys of the Korean keyboard (두벌식, KS X 5002) and what they write: a letter of an English keyboard for each
 * consonant and vowel, capitals for the doubled ones.
 */
const KEYS: Readonly<Record<string, string>> = {
  ...{ r: "ㄱ", R: "ㄲ", s: "ㄴ", e: "ㄷ", E: "ㄸ", f: "ㄹ", a: "ㅁ", q: "ㅂ", Q: "ㅃ", t: "ㅅ" },
  ...{ T: "ㅆ", d: "ㅇ", w: "ㅈ", W: "ㅉ", c: "ㅊ", z: "ㅋ", x: "ㅌ", v: "ㅍ", g: "ㅎ" },
  ...{ k: "ㅏ", o: "ㅐ", i: "ㅑ", O: "ㅒ", j: "ㅓ", p: "ㅔ", u: "ㅕ", P: "ㅖ", h: "ㅗ", y: "ㅛ" },
  ...{ n: "ㅜ", b: "ㅠ", m: "ㅡ", l: "ㅣ" },
};
const LETTERS = new Map(Object.entries(KEYS).map(([key, letter]) => [letter, key]));

/** The nineteen consonants that a syllable can begin with, in the order of Unicode's syllables. */
export const INITIALS: readonly string[] = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
/** Vowels and finals in the order of Unicode's syllables, each as the keys that write it. */
const VOWELS = "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split(
  " ",
);
const FINALS =
  " ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ"
    .split(" ");
/** Letters of more than one key that stand alone, as an input method writes them. */
const PAIRS: Readonly<Record<string, string>> = {
  ...{
    ㄳ: "ㄱㅅ",
    ㄵ: "ㄴㅈ",
    ㄶ: "ㄴㅎ",
    ㄺ: "ㄹㄱ",
    ㄻ: "ㄹㅁ",
    ㄼ: "ㄹㅂ",
    ㄽ: "ㄹㅅ",
    ㄾ: "ㄹㅌ",
  },
  ...{
    ㄿ: "ㄹㅍ",
    ㅀ: "ㄹㅎ",
    ㅄ: "ㅂㅅ",
    ㅘ: "ㅗㅏ",
    ㅙ: "ㅗㅐ",
    ㅚ: "ㅗㅣ",
    ㅝ: "ㅜㅓ",
    ㅞ: "ㅜㅔ",
  },
  ...{ ㅟ: "ㅜㅣ", ㅢ: "ㅡㅣ" },
};

const FIRST_SYLLABLE = 0xac00;
const PER_VOWEL = FINALS.length;
const PER_INITIAL = VOWELS.length * PER_VOWEL;

/** A consonant, a vowel, and what ends the syllable; a consonant before a vowel begins the next one. */
const SYLLABLE = new RegExp(
  `([${INITIALS.join("")}])(${alternatives(VOWELS)})((?:${
    alternatives(FINALS.slice(1))
  })(?![ㅏ-ㅣ]))?`,
  "g",
);

/** The longest first. */
function alternatives(list: readonly string[]): string {
  return list.toSorted((a, b) => b.length - a.length).join("|");
}

/** The consonants and vowels of Korean letters, in the order in which they are typed; other letters as they are. */
export function keysOf(text: string): string {
  return text.replace(/[가-힣ㄱ-ㅣ]/g, (letter) => {
    const place = letter.charCodeAt(0) - FIRST_SYLLABLE;
    if (place < 0) return PAIRS[letter] ?? letter;
    return (INITIALS[Math.floor(place / PER_INITIAL)] ?? "") +
      (VOWELS[Math.floor(place % PER_INITIAL / PER_VOWEL)] ?? "") +
      (FINALS[place % PER_VOWEL] ?? "");
  });
}

/** What an input method makes of consonants and vowels that are typed one after the other. */
export function composed(keys: string): string {
  return keys.replace(
    SYLLABLE,
    (_, initial: string, vowel: string, final = "") =>
      String.fromCharCode(
        FIRST_SYLLABLE + INITIALS.indexOf(initial) * PER_INITIAL +
          VOWELS.indexOf(vowel) * PER_VOWEL + FINALS.indexOf(final),
      ),
  );
}

/** English letters as the same keys write them in Korean: `rlaalstn` is 김민수. */
export function inKorean(text: string): string {
  return composed(text.replace(/[a-z]/gi, (key) => KEYS[key] ?? KEYS[key.toLowerCase()] ?? key));
}

/** Korean letters as the same keys write them in English: ㅏㅑㅡ is `kim`. */
export function inEnglish(text: string): string {
  return keysOf(text).replace(/[ㄱ-ㅣ]/g, (letter) => LETTERS.get(letter) ?? letter);
}

/**
 * The syllables as which a syllable may end that is still being typed, `letter` itself among them: 미 also becomes 민
 * and 밀, 고 also 과 and 광; 값 only behind 갑, since finals of two keys are rare and each costs a look. `next` is what
 * stands there where its last consonant begins the next one: 밍 becomes 미ㅇ.
 */
export function unfinished(
  letter: string,
): { readonly whole: string[]; readonly next: string | null } {
  const keys = keysOf(letter);
  const [initial = "", ...others] = keys;
  const rest = others.join("");
  const last = keys.at(-1) ?? "";
  const open = /[ㅏ-ㅣ]/.test(last);
  const whole = VOWELS.flatMap((vowel) =>
    FINALS.filter((final) => (vowel + final).startsWith(rest) && !(open && final.length > 1))
      .map((final) => composed(initial + vowel + final))
  );
  const next = open ? null : composed(keys.slice(0, -1)) + last;
  return { whole, next };
}
